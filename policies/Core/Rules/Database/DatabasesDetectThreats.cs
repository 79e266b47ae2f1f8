using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class DatabasesDetectThreats() : StackPolicy(new PolicyInfo
{
    Id = "database-databases-detect-threats",
    Title = "SQL databases tell of attacks, by themselves or by their server",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Low,
    Types = ["azure:mssql/database:Database", "azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Add a ServerSecurityAlertPolicy with state Enabled for the server, or set threatDetectionPolicy.state of the database to Enabled.",
    Good = ["""[{ "type": "azure:mssql/database:Database", "name": "d", "properties": { "threatDetectionPolicy": { "state": "Enabled" } } }]""", """[{ "type": "azure:mssql/database:Database", "name": "d" }, { "type": "azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy", "name": "a", "properties": { "state": "Enabled" } }]"""],
    Bad = ["""[{ "type": "azure:mssql/database:Database", "name": "d" }]""", """[{ "type": "azure:mssql/database:Database", "name": "d", "properties": { "threatDetectionPolicy": { "state": "Disabled" } } }, { "type": "azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy", "name": "a", "properties": { "state": "Enabled" } }]"""],
    Equivalents = ["kics:83a229ba-483e-47c6-8db7-dc96969bce5a"],
})
{
    // Servers and databases are often in different stacks, so any policy for a server counts.
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var byServer = stack.OfType("azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy").Any(policy => policy["state"].IsUnknown || string.Equals(policy["state"].AsText, "Enabled", StringComparison.OrdinalIgnoreCase));
        return stack.OfType("azure:mssql/database:Database").SelectMany(database => database["threatDetectionPolicy.state"].MustBe("Enabled", whenAbsent: byServer));
    }
}
