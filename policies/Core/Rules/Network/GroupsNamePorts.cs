using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class GroupsNamePorts() : ResourcePolicy(new PolicyInfo
{
    Id = "network-groups-name-ports",
    Title = "Rules that let in name ports",
    Why = "Every service that ever listens is let in with it.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkSecurityRule:NetworkSecurityRule", "azure:network/networkSecurityGroup:NetworkSecurityGroup"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name the ports.",
    Good = ["""{ "direction": "Inbound", "access": "Allow", "destinationPortRange": "443" }""", """{ "direction": "Inbound", "access": "Deny", "destinationPortRange": "*" }"""],
    Bad = ["""{ "direction": "Inbound", "access": "Allow", "sourceAddressPrefix": "10.0.0.0/8", "destinationPortRange": "*" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        (resource.Type.EndsWith("Rule", StringComparison.Ordinal) ? [resource.Root] : resource["securityRules"].Items).Where(rule => rule["direction"].AsText == "Inbound" && rule["access"].AsText == "Allow" && rule["sourceAddressPrefix"].AsText is not ("AzureLoadBalancer" or "VirtualNetwork")).SelectMany(rule => rule["destinationPortRanges"].IsAbsent ? rule["destinationPortRange"].MustNotBe("*", "0-65535") : rule["destinationPortRanges"].Items.SelectMany(range => range.MustNotBe("*", "0-65535")));
}
