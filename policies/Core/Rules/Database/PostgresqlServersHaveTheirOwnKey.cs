using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class PostgresqlServersHaveTheirOwnKey() : StackPolicy(new PolicyInfo
{
    Id = "database-postgresql-servers-have-their-own-key",
    Title = "PostgreSQL servers are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:postgresql/server:Server", "azure:postgresql/serverKey:ServerKey"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Add a ServerKey.",
    Good = ["""[{ "type": "azure:postgresql/server:Server", "name": "a", "id": "/a" }, { "type": "azure:postgresql/serverKey:ServerKey", "name": "b", "properties": {"serverId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:postgresql/server:Server", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_17"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:postgresql/server:Server" }.SelectMany(type => stack.EachMustHave(type, "azure:postgresql/serverKey:ServerKey", "serverId", "have a key"));
}
