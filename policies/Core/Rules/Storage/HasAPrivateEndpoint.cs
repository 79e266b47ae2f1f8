using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class HasAPrivateEndpoint() : StackPolicy(new PolicyInfo
{
    Id = "storage-has-a-private-endpoint",
    Title = "Every storage account has a private endpoint",
    Why = "Without public access and without an endpoint it is reached by nobody; with public access by everybody.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account", "azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.ModelStealing, Threat.SupplyChain, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2"), Framework.Nist("SC-7")],
    Remediation = "Add an Endpoint.",
    Good = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }, { "type": "azure:privatelink/endpoint:Endpoint", "name": "b", "properties": { "privateServiceConnection": { "privateConnectionResourceId": "/a" } } }]"""],
    Bad = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_33"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:storage/account:Account", "azure:privatelink/endpoint:Endpoint", "privateServiceConnection.privateConnectionResourceId", "have a private endpoint");
}
