using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace LlmOpsSecure.Infra.Workloads;

/// <summary>An object of a custom kind whose content is known before anything is deployed.</summary>
/// <typeparam name="TSpec">The content, which also names the kind.</typeparam>
public sealed class CustomObject<TSpec>(string name, ObjectMetaArgs metadata, TSpec spec, CustomResourceOptions options)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, new CustomObjectArgs<TSpec>(metadata, spec), options)
    where TSpec : ICustomSpec;

/// <summary>The arguments of a <see cref="CustomObject{TSpec}"/>.</summary>
internal sealed class CustomObjectArgs<TSpec> : CustomResourceArgs
    where TSpec : ICustomSpec
{
    // Kubernetes names begin with a lower-case letter, and an absent field is not a null.
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public CustomObjectArgs(ObjectMetaArgs metadata, TSpec spec)
        : base(TSpec.ApiVersion, TSpec.Kind)
    {
        this.Metadata = metadata;
        this.Spec = JsonSerializer.SerializeToElement(spec, Form);
    }

    [Input("spec", required: true)]
    public Input<JsonElement> Spec { get; set; }
}
