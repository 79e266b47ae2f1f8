using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FlowLogsAreOfNetworks() : ResourcePolicy(new PolicyInfo
{
    Id = "network-flow-logs-are-of-networks",
    Title = "Flow logs are of networks, not of security groups",
    Why = "Logs of security groups end in 2027, and miss what no group is on.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-4")],
    Remediation = "Set targetResourceId to the network.",
    Good = ["""{ "targetResourceId": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v" }"""],
    Bad = ["""{ "targetResourceId": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/n" }""", """{ "networkSecurityGroupId": "/n" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["targetResourceId"].IsUnknown ? resource["networkSecurityGroupId"].MustBeAbsent() : resource["targetResourceId"].Must("be a network, subnet or interface", target => target.AsText?.Contains("/networkSecurityGroups/", StringComparison.OrdinalIgnoreCase) == false);
}
