using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class ComputeGoesAway() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-compute-goes-away",
    Title = "Machine learning clusters go away when idle",
    Why = "An idle node costs, and keeps what the last run left.",
    Severity = Severity.Low,
    Types = ["azure:machinelearning/computeCluster:ComputeCluster"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set scaleSettings.minNodeCount to 0.",
    Good = ["""{ "scaleSettings": { "minNodeCount": 0 } }""", """{ }"""],
    Bad = ["""{ "scaleSettings": { "minNodeCount": 1 } }"""],
    Equivalents = ["CKV_AZURE_150"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["scaleSettings.minNodeCount"].MustBe(0, whenAbsent: true);
}
