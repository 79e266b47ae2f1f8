using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class AddressIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-address-is-private",
    Title = "The gateway has a private address",
    Why = "A public address invites everybody; put a web application firewall before it instead.",
    Severity = Severity.High,
    Types = [GatewayRoutes.Proxy],
    Threats = [Threat.ResourceExhaustion, Threat.FullStack],
    Controls = [Framework.Atlas("AML.T0049"), Framework.Mcsb("NS-2")],
    Remediation = "Annotate envoyService with service.beta.kubernetes.io/azure-load-balancer-internal: \"true\", or make it ClusterIP.",
    Good = ["""{ "spec": { "provider": { "type": "Kubernetes", "kubernetes": { "envoyService": { "annotations": { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" } } } } } }""", """{ "spec": { "provider": { "type": "Kubernetes", "kubernetes": { "envoyService": { "type": "ClusterIP" } } } } }""", """{ "spec": { "provider": { "type": "Host" } } }"""],
    Bad = ["""{ "spec": { "provider": { "type": "Kubernetes" } } }""", """{ "spec": { "provider": { "kubernetes": { "envoyService": { "type": "LoadBalancer" } } } } }""", """{ "spec": { } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource)
    {
        var (provider, service) = (resource["spec.provider.type"], resource["spec.provider.kubernetes.envoyService"]);
        var annotation = service["annotations"].Member("service.beta.kubernetes.io/azure-load-balancer-internal");
        return provider.AsText is "Host" or "Custom" || service["type"].AsText == "ClusterIP" ? []
            : annotation.IsAbsent && (provider.IsUnknown || service["type"].IsUnknown) ? [service["type"].Undetermined("be ClusterIP, or the address internal")]
            : annotation.MustBe(true);
    }
}
