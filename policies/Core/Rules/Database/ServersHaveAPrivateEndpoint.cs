using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ServersHaveAPrivateEndpoint() : StackPolicy(new PolicyInfo
{
    Id = "database-servers-have-a-private-endpoint",
    Title = "Every database server has a private endpoint",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:mssql/server:Server", "azure:postgresql/server:Server", "azure:mysql/server:Server", "azure:mariadb/server:Server", "azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Add an Endpoint.",
    Good = ["""[{ "type": "azure:mssql/server:Server", "name": "a", "id": "/a" }, { "type": "azure:privatelink/endpoint:Endpoint", "name": "b", "properties": {"privateServiceConnection":{"privateConnectionResourceId":"/a"}} }]"""],
    Bad = ["""[{ "type": "azure:mssql/server:Server", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_42", "CKV2_AZURE_43", "CKV2_AZURE_44", "CKV2_AZURE_45"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:mssql/server:Server", "azure:postgresql/server:Server", "azure:mysql/server:Server", "azure:mariadb/server:Server" }.SelectMany(type => stack.EachMustHave(type, "azure:privatelink/endpoint:Endpoint", "privateServiceConnection.privateConnectionResourceId", "have a private endpoint"));
}
