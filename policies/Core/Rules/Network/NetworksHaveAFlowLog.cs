using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NetworksHaveAFlowLog() : StackPolicy(new PolicyInfo
{
    Id = "network-networks-have-a-flow-log",
    Title = "Every virtual network has a flow log",
    Why = "Without one nobody can say afterwards who spoke to whom.",
    Severity = Severity.Medium,
    Types = ["azure:network/virtualNetwork:VirtualNetwork", "azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-4")],
    Remediation = "Add a NetworkWatcherFlowLog whose targetResourceId is the network.",
    Good = ["""[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "v", "id": "/v", "properties": { } }, { "type": "azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog", "name": "f", "id": "/f", "properties": { "targetResourceId": "/v", "enabled": true } }]"""],
    Bad = ["""[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "v", "id": "/v", "properties": { } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:network/virtualNetwork:VirtualNetwork", "azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog", "targetResourceId", "have a flow log");
}
