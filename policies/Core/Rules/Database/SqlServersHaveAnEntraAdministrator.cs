using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class SqlServersHaveAnEntraAdministrator() : StackPolicy(new PolicyInfo
{
    Id = "database-sql-servers-have-an-entra-administrator",
    Title = "SQL servers have an Entra administrator",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:mssql/server:Server", "azure:sql/activeDirectoryAdministrator:ActiveDirectoryAdministrator"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set azureadAdministrator, with azureadAuthenticationOnly.",
    Good = ["""[{ "type": "azure:mssql/server:Server", "name": "s", "properties": { "azureadAdministrator": { "loginUsername": "admins" } } }]""", """[{ "type": "azure:mssql/server:Server", "name": "s", "properties": { "name": "s" } }, { "type": "azure:sql/activeDirectoryAdministrator:ActiveDirectoryAdministrator", "name": "a", "properties": { "serverName": "s" } }]"""],
    Bad = ["""[{ "type": "azure:mssql/server:Server", "name": "s" }]"""],
    Equivalents = ["CKV2_AZURE_7", "CKV2_AZURE_27", "kics:a3a055d2-9a2e-4cc9-b9fb-12850a1a3a4b"],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var administrators = stack.References("azure:sql/activeDirectoryAdministrator:ActiveDirectoryAdministrator", "serverName");
        return administrators.HasUntold ? [] : stack.OfType("azure:mssql/server:Server")
            .Where(server => !administrators.To(server, server["name"].AsText).Any())
            .SelectMany(server => server["azureadAdministrator.loginUsername"].MustExist());
    }
}
