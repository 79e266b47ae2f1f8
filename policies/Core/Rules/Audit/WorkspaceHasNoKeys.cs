using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class WorkspaceHasNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-workspace-has-no-keys",
    Title = "The workspace has no shared keys",
    Why = "Who has the key writes what he likes into the log.",
    Severity = Severity.Medium,
    Types = ["azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set localAuthenticationEnabled to false.",
    Good = ["""{ "localAuthenticationEnabled": false }""", """{ "localAuthenticationDisabled": true }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthenticationEnabled"] is { IsAbsent: false } current ? current.MustBe(false) : resource["localAuthenticationDisabled"].MustBe(true);
}
