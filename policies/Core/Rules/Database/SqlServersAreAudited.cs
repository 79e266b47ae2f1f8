using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class SqlServersAreAudited() : StackPolicy(new PolicyInfo
{
    Id = "database-sql-servers-are-audited",
    Title = "SQL servers are audited",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:mssql/server:Server", "azure:mssql/serverExtendedAuditingPolicy:ServerExtendedAuditingPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a ServerExtendedAuditingPolicy.",
    Good = ["""[{ "type": "azure:mssql/server:Server", "name": "a", "id": "/a" }, { "type": "azure:mssql/serverExtendedAuditingPolicy:ServerExtendedAuditingPolicy", "name": "b", "properties": {"serverId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:mssql/server:Server", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV_AZURE_24", "CKV_AZURE_23", "AVD-AZU-0027", "kics:f7e296b0-6660-4bc5-8f87-22ac4a815edf", "kics:609839ae-bd81-4375-9910-5bce72ae7b92"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:mssql/server:Server" }.SelectMany(type => stack.EachMustHave(type, "azure:mssql/serverExtendedAuditingPolicy:ServerExtendedAuditingPolicy", "serverId", "have an auditing policy", applies: resource => resource["extendedAuditingPolicy"].IsAbsent));
}
