using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class CosmosHasNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "database-cosmos-has-no-keys",
    Title = "Cosmos accounts take no keys",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:cosmosdb/account:Account"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set localAuthenticationDisabled to true.",
    Good = ["""{ "localAuthenticationDisabled": true }""", """{ "localAuthenticationEnabled": false }"""],
    Bad = ["""{ }""", """{ "localAuthenticationDisabled": false }""", """{ "localAuthenticationEnabled": true }"""],
    Equivalents = ["CKV_AZURE_140"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthenticationEnabled"].IsAbsent ? resource["localAuthenticationDisabled"].MustBe(true) : resource["localAuthenticationEnabled"].MustBe(false);
}
