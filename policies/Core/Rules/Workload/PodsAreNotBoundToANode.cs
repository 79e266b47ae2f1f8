using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsAreNotBoundToANode() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-are-not-bound-to-a-node",
    Title = "Pods are not bound to a node",
    Why = "A pod that names its node goes past taints and the scheduler.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Use a node selector.",
    Good = ["""{ "containers": [] }"""],
    Bad = ["""{ "containers": [], "nodeName": "n" }"""],
    Equivalents = ["kyverno:restrict-node-selection"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["nodeName"].MustBeAbsent();
}
