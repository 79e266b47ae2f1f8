using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class AlertsReachSomebody() : ResourcePolicy(new PolicyInfo
{
    Id = "database-alerts-reach-somebody",
    Title = "Alerts of SQL servers reach somebody",
    Why = "Alerts reach nobody who could act.",
    Severity = Severity.Low,
    Types = ["azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IR-2")],
    Remediation = "Set emailAddresses.",
    Good = ["""{ "emailAddresses": [ "a@b.example" ] }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_26", "AVD-AZU-0018", "kics:89b79fe5-49bd-4d39-84ce-55f5fc6f7764"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["emailAddresses"].MustExist();
}
