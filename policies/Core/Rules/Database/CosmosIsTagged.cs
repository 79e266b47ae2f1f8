using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class CosmosIsTagged() : ResourcePolicy(new PolicyInfo
{
    Id = "database-cosmos-is-tagged",
    Title = "Cosmos accounts say whose they are",
    Why = "Nobody can be asked about an account that nobody owns.",
    Severity = Severity.Low,
    Types = ["azure:cosmosdb/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Give tags.",
    Good = ["""{ "tags": { "owner": "search" } }"""],
    Bad = ["""{ }""", """{ "tags": {} }"""],
    Equivalents = ["kics:56dad03e-e94f-4dd6-93a4-c253a03ff7a0"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["tags"] is { Kind: PropertyKind.Map } tags && !tags.Members.Any() ? [tags.Violation("be set")] : resource["tags"].MustExist();
}
