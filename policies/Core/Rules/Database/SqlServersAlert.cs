using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class SqlServersAlert() : StackPolicy(new PolicyInfo
{
    Id = "database-sql-servers-alert",
    Title = "SQL servers tell of attacks",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Medium,
    Types = ["azure:mssql/server:Server", "azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Add a ServerSecurityAlertPolicy with state Enabled.",
    Good = ["""[{ "type": "azure:mssql/server:Server", "name": "a", "id": "/a" }, { "type": "azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy", "name": "b", "properties": { "serverName": "/a", "state": "Enabled" } }]"""],
    Bad = ["""[{ "type": "azure:mssql/server:Server", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_13", "CKV2_AZURE_2"],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var policies = stack.References("azure:mssql/serverSecurityAlertPolicy:ServerSecurityAlertPolicy", "serverName");
        return policies.HasUntold ? [] : stack.OfType("azure:mssql/server:Server")
            .Where(server => !policies.To(server, server["name"].AsText).Any(MayBeOn))
            .Select(server => server.Violation("the server must have a security alert policy that is enabled, but has none"));
    }

    private static bool MayBeOn(Resource policy) => policy["state"].IsUnknown || string.Equals(policy["state"].AsText, "Enabled", StringComparison.OrdinalIgnoreCase);
}
