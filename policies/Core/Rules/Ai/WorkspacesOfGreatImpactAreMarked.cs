using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class WorkspacesOfGreatImpactAreMarked() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-workspaces-of-great-impact-are-marked",
    Title = "Machine learning workspaces send Microsoft little diagnostic data",
    Why = "Diagnostic data of a run may hold what it was trained on.",
    Severity = Severity.Low,
    Types = ["azure:machinelearning/workspace:Workspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Set highBusinessImpact to true.",
    Corrections = [new("highBusinessImpact", "true")],
    Good = ["""{ "highBusinessImpact": true }"""],
    Bad = ["""{ "highBusinessImpact": false }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["highBusinessImpact"].MustBe(true);
}
