using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class SubnetsReachServicesPrivately() : ResourcePolicy(new PolicyInfo
{
    Id = "network-subnets-reach-services-privately",
    Title = "Subnets have no service endpoints",
    Why = "They lead to the public side of a service, and to the accounts of strangers.",
    Severity = Severity.Low,
    Types = ["azure:network/subnet:Subnet"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove serviceEndpoints.",
    Good = ["""{ }"""],
    Bad = ["""{ "serviceEndpoints": [ "Microsoft.Storage" ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["serviceEndpoints"].MustBeAbsent();
}
