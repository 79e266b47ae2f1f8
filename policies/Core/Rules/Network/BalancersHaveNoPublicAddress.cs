using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class BalancersHaveNoPublicAddress() : ResourcePolicy(new PolicyInfo
{
    Id = "network-balancers-have-no-public-address",
    Title = "Load balancers have no public address",
    Why = "It listens beside the firewall for web applications.",
    Severity = Severity.High,
    Types = ["azure:lb/loadBalancer:LoadBalancer"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Give the frontend a subnet.",
    Good = ["""{ "frontendIpConfigurations": [ { "name": "a", "subnetId": "/s" } ] }"""],
    Bad = ["""{ "frontendIpConfigurations": [ { "name": "a", "publicIpAddressId": "/ip" } ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["frontendIpConfigurations"].EachMust(item => item["publicIpAddressId"].MustBeAbsent());
}
