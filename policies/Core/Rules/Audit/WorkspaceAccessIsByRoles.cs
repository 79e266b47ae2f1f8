using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class WorkspaceAccessIsByRoles() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-workspace-access-is-by-roles",
    Title = "Logs are read by those who may read logs",
    Why = "Whoever has rights at a resource otherwise reads its logs too, prompts' owners among them.",
    Severity = Severity.Low,
    Types = ["azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("PA-7"), Framework.Nist("AC-6")],
    Remediation = "Set allowResourceOnlyPermissions to false.",
    Corrections = [new("allowResourceOnlyPermissions", "false")],
    Good = ["""{ "allowResourceOnlyPermissions": false }"""],
    Bad = ["""{ }""", """{ "allowResourceOnlyPermissions": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["allowResourceOnlyPermissions"].MustBe(false);
}
