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
    Equivalents = ["C-0256", "kics:26763a1c-5dda-4772-b507-5fca7fb5f165", "kyverno:restrict-loadbalancer", "gatekeeper:block-loadbalancer-services"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.type"].AsText != "LoadBalancer" || Internal.Any(one => resource["metadata"].Member("annotations").Member(one.Annotation) is { IsAbsent: false } found && one.Values.Contains(found.AsText ?? found.AsBoolean?.ToString(), StringComparer.OrdinalIgnoreCase))
            ? [] : resource["metadata"].Member("annotations").Member(Internal[0].Annotation).MustBe(true);

    // Each provider has its own word for it.
    private static readonly (string Annotation, string[] Values)[] Internal =
    [
        ("service.beta.kubernetes.io/azure-load-balancer-internal", ["true"]),
        ("service.beta.kubernetes.io/aws-load-balancer-internal", ["true", "0.0.0.0/0"]),
        ("service.beta.kubernetes.io/aws-load-balancer-scheme", ["internal"]),
        ("networking.gke.io/load-balancer-type", ["Internal"]),
        ("cloud.google.com/load-balancer-type", ["Internal"]),
        ("service.beta.kubernetes.io/openstack-internal-load-balancer", ["true"]),
    ];
}
