using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class WorkspaceIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-workspace-is-private",
    Title = "The workspace is reached only over the private link",
    Why = "Logs tell an intruder what was seen.",
    Severity = Severity.Medium,
    Types = ["azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set internetIngestionEnabled and internetQueryEnabled to false.",
    Good = ["""{ "internetIngestionEnabled": false, "internetQueryEnabled": false }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["internetIngestionEnabled"].MustBe(false).Concat(resource["internetQueryEnabled"].MustBe(false)).Take(1);
}
