using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class FlexibleServersHaveAPrivateEndpoint() : StackPolicy(new PolicyInfo
{
    Id = "database-flexible-servers-have-a-private-endpoint",
    Title = "Every flexible database server has a private endpoint or subnet",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:mysql/flexibleServer:FlexibleServer", "azure:postgresql/flexibleServer:FlexibleServer", "azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Add an Endpoint, or delegate a subnet.",
    Good = ["""[{ "type": "azure:mysql/flexibleServer:FlexibleServer", "name": "a", "id": "/a" }, { "type": "azure:privatelink/endpoint:Endpoint", "name": "b", "properties": {"privateServiceConnection":{"privateConnectionResourceId":"/a"}} }]"""],
    Bad = ["""[{ "type": "azure:mysql/flexibleServer:FlexibleServer", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_56", "CKV2_AZURE_57"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:mysql/flexibleServer:FlexibleServer", "azure:postgresql/flexibleServer:FlexibleServer" }.SelectMany(type => stack.EachMustHave(type, "azure:privatelink/endpoint:Endpoint", "privateServiceConnection.privateConnectionResourceId", "have a private endpoint", applies: resource => resource["delegatedSubnetId"].IsAbsent));
}
