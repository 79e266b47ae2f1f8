using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class ServicesAreNotOnNodes() : ResourcePolicy(new PolicyInfo
{
    Id = "network-services-are-not-on-nodes",
    Title = "Services do not open ports of the nodes",
    Why = "A node port is open on every node, past the gateway.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Service],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Use ClusterIP behind the gateway.",
    Good = ["""{ "spec": { "type": "ClusterIP" } }""", """{ "spec": {} }"""],
    Bad = ["""{ "spec": { "type": "NodePort" } }"""],
    Equivalents =
    [
        "C-0256", "kics:845acfbe-3e10-4b8e-b656-3b404d36dfb2", "kyverno:restrict-node-port", "gatekeeper:block-nodeport-services", "kube-linter:exposed-services",
        "kube-score:service-type",
    ],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.type"].MustNotBe("NodePort");
}
