using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class AlertsReachOwners() : ResourcePolicy(new PolicyInfo
{
    Id = "database-alerts-reach-owners",
    Title = "Alerts of SQL servers reach the owners",
    Why = "Alerts reach nobody who could act.",
    Severity = Severity.Low,
    Types = ["azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IR-2")],
    Remediation = "Set emailAccountAdmins to true.",
    Corrections = [new("emailAccountAdmins", "true")],
    Good = ["""{ "emailAccountAdmins": true }"""],
    Bad = ["""{ "emailAccountAdmins": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_27", "AVD-AZU-0023", "kics:55975007-f6e7-4134-83c3-298f1fe4b519", "kics:a8852cc0-fd4b-4fc7-9372-1e43fad0732e"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["emailAccountAdmins"].MustBe(true);
}
