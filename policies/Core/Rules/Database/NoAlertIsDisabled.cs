using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class NoAlertIsDisabled() : ResourcePolicy(new PolicyInfo
{
    Id = "database-no-alert-is-disabled",
    Title = "No alert of SQL servers is disabled",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Medium,
    Types = ["azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Remove disabledAlerts.",
    Good = ["""{ }"""],
    Bad = ["""{ "disabledAlerts": [ "Sql_Injection" ] }"""],
    Equivalents = ["CKV_AZURE_25", "AVD-AZU-0028", "kics:574e8d82-1db2-4b9c-b526-e320ede9a9ff"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["disabledAlerts"].MustBeAbsent();
}
