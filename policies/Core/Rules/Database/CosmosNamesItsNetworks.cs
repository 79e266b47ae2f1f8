using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class CosmosNamesItsNetworks() : ResourcePolicy(new PolicyInfo
{
    Id = "database-cosmos-names-its-networks",
    Title = "Cosmos accounts name the networks that reach them",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:cosmosdb/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false, or name networks with isVirtualNetworkFilterEnabled.",
    Good = ["""{ "publicNetworkAccessEnabled": false }""", """{ "isVirtualNetworkFilterEnabled": true, "virtualNetworkRules": [ { "id": "/s" } ] }"""],
    Bad = ["""{ }""", """{ "isVirtualNetworkFilterEnabled": true }"""],
    Equivalents = ["CKV_AZURE_99", "kics:c2a3efb6-8a58-481c-82f2-bfddf34bb4b7"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].AsBoolean == false || resource["publicNetworkAccessEnabled"].IsUnknown ? [] : resource["isVirtualNetworkFilterEnabled"].AsBoolean == true || resource["isVirtualNetworkFilterEnabled"].IsUnknown ? resource["virtualNetworkRules"].MustExist().Any() && resource["ipRangeFilters"].MustExist().Any() ? resource["ipRangeFilter"].MustExist() : [] : resource["isVirtualNetworkFilterEnabled"].MustBe(true);
}
