using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class BalancersAreInternal() : ResourcePolicy(new PolicyInfo
{
    Id = "network-balancers-are-internal",
    Title = "Load balancers are internal",
    Why = "A public load balancer is a way to the model past the firewall and the gateway.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Service],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.CisAks("5.4.4")],
    Remediation = "Annotate the service as internal.",
    Good = ["""{ "metadata": { "annotations": { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" } }, "spec": { "type": "LoadBalancer" } }""", """{ "spec": { "type": "ClusterIP" } }"""],
    Bad = ["""{ "spec": { "type": "LoadBalancer" } }"""],
    Equivalents = ["C-0256"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.type"].AsText == "LoadBalancer" ? resource["metadata"].Member("annotations").Member("service.beta.kubernetes.io/azure-load-balancer-internal").MustBe(true) : [];
}
