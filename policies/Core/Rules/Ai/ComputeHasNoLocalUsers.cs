using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class ComputeHasNoLocalUsers() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-compute-has-no-local-users",
    Title = "Machine learning clusters have no local users",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:machinelearning/computeCluster:ComputeCluster", "azure:machinelearning/computeInstance:ComputeInstance"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set localAuthEnabled to false.",
    Corrections = [new("localAuthEnabled", "false")],
    Good = ["""{ "localAuthEnabled": false }"""],
    Bad = ["""{ "localAuthEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_142"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthEnabled"].MustBe(false);
}
