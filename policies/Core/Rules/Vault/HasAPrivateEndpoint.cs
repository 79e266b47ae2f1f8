using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class HasAPrivateEndpoint() : StackPolicy(new PolicyInfo
{
    Id = "vault-has-a-private-endpoint",
    Title = "Every vault has a private endpoint",
    Why = "A vault without public access and without an endpoint is reached by nobody; one with public access by everybody.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/keyVault:KeyVault", "azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Add an Endpoint for the vault.",
    Good = ["""[{ "type": "azure:keyvault/keyVault:KeyVault", "name": "a", "id": "/a" }, { "type": "azure:privatelink/endpoint:Endpoint", "name": "b", "properties": { "privateServiceConnection": { "privateConnectionResourceId": "/a" } } }]""", """[{ "type": "azure:keyvault/keyVault:KeyVault", "name": "a" }, { "type": "azure:privatelink/endpoint:Endpoint", "name": "b", "references": { "privateServiceConnection": "a" } }]"""],
    Bad = ["""[{ "type": "azure:keyvault/keyVault:KeyVault", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_32"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:keyvault/keyVault:KeyVault", "azure:privatelink/endpoint:Endpoint", "privateServiceConnection.privateConnectionResourceId", "have a private endpoint");
}
