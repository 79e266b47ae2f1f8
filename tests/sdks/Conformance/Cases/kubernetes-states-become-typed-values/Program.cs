// Enumerations, unions and any JSON are sent as plain values, and a state comes back as typed values.
using Pulumi;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Azure.Core;
return await Deployment.RunAsync(() =>
{
    var svc = new Pulumi.Kubernetes.Core.V1.Service("svc", new() { Spec = new Pulumi.Kubernetes.Types.Inputs.Core.V1.ServiceSpecArgs { Type = Pulumi.Kubernetes.Core.V1.ServiceSpecType.LoadBalancer, Ports = { new Pulumi.Kubernetes.Types.Inputs.Core.V1.ServicePortArgs { Port = 80, TargetPort = "http" }, new Pulumi.Kubernetes.Types.Inputs.Core.V1.ServicePortArgs { Port = 81, TargetPort = 8080 } }, Selector = { ["app"] = "x" } } });
    var ns = new Pulumi.Kubernetes.Core.V1.Namespace("ns"); var np = new Pulumi.Kubernetes.Networking.V1.NetworkPolicy("np", new() { Metadata = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Namespace = ns.Metadata.Apply(m => m.Name) }, Spec = new Pulumi.Kubernetes.Types.Inputs.Networking.V1.NetworkPolicySpecArgs { PolicyTypes = { "Ingress" }, PodSelector = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.LabelSelectorArgs() } });
    var crd = new Pulumi.Kubernetes.ApiExtensions.V1.CustomResourceDefinition("crd", new() { Spec = new Pulumi.Kubernetes.Types.Inputs.ApiExtensions.V1.CustomResourceDefinitionSpecArgs { Group = "g", Scope = "Namespaced", Names = new Pulumi.Kubernetes.Types.Inputs.ApiExtensions.V1.CustomResourceDefinitionNamesArgs { Kind = "K", Plural = "ks" }, Versions = { new Pulumi.Kubernetes.Types.Inputs.ApiExtensions.V1.CustomResourceDefinitionVersionArgs { Name = "v1", Served = true, Storage = true, Schema = new Pulumi.Kubernetes.Types.Inputs.ApiExtensions.V1.CustomResourceValidationArgs { OpenAPIV3Schema = new Pulumi.Kubernetes.Types.Inputs.ApiExtensions.V1.JSONSchemaPropsArgs { Type = "object", Default = "{\"a\":1}", Properties = { ["p"] = new Pulumi.Kubernetes.Types.Inputs.ApiExtensions.V1.JSONSchemaPropsArgs { Maximum = 1.5, AdditionalProperties = true } } } } } } } });
    return new Dictionary<string, object?> { ["ip"] = svc.Status.Apply(s => s == null ? "none" : s.LoadBalancer.Ingress[0].Ip), ["name"] = svc.Metadata.Apply(m => m.Name), ["type"] = svc.Spec.Apply(s => s.Type), ["port"] = svc.Spec.Apply(s => s.Ports[0].TargetPort.Value), ["uid"] = ns.Id };
});

sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } [Input("list")] public InputList<string>? List { get; set; } [Input("map")] public InputMap<string>? Map { get; set; } }
sealed class Thing(string name, ThingArgs args, CustomResourceOptions? o = null) : CustomResource("kit:index:Thing", name, args, o) { [Output("value")] public Output<object> Value { get; private set; } = null!; [Output("text")] public Output<string> Text { get; private set; } = null!; }
class Box : ComponentResource { public Box(string name, ComponentResourceOptions? o = null) : base("kit:index:Box", name, o) { } [Output] public Output<string>? Label { get; set; } [Output("renamed")] public Output<int>? Number { get; set; } public void Done() => RegisterOutputs(); public void Done(IDictionary<string, object?> d) => RegisterOutputs(d); }
