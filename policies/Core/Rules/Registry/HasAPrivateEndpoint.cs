using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class HasAPrivateEndpoint() : StackPolicy(new PolicyInfo
{
    Id = "registry-has-a-private-endpoint",
    Title = "Every registry has a private endpoint",
    Why = "Without public access and without an endpoint it is reached by nobody; with public access by everybody.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registry:Registry", "azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.ModelStealing, Threat.SupplyChain, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2"), Framework.Nist("SC-7")],
    Remediation = "Add an Endpoint.",
    Good = ["""[{ "type": "azure:containerservice/registry:Registry", "name": "a", "id": "/a" }, { "type": "azure:privatelink/endpoint:Endpoint", "name": "b", "properties": { "privateServiceConnection": { "privateConnectionResourceId": "/a" } } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/registry:Registry", "name": "a", "id": "/a" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:containerservice/registry:Registry", "azure:privatelink/endpoint:Endpoint", "privateServiceConnection.privateConnectionResourceId", "have a private endpoint");
}
