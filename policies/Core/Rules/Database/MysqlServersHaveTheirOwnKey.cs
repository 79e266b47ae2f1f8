using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class MysqlServersHaveTheirOwnKey() : StackPolicy(new PolicyInfo
{
    Id = "database-mysql-servers-have-their-own-key",
    Title = "MySQL servers are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:mysql/server:Server", "azure:mysql/serverKey:ServerKey"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Add a ServerKey.",
    Good = ["""[{ "type": "azure:mysql/server:Server", "name": "a", "id": "/a" }, { "type": "azure:mysql/serverKey:ServerKey", "name": "b", "properties": {"serverId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:mysql/server:Server", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_16"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:mysql/server:Server" }.SelectMany(type => stack.EachMustHave(type, "azure:mysql/serverKey:ServerKey", "serverId", "have a key"));
}
