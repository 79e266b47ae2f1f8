using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class SubnetsAreNotShared() : ResourcePolicy(new PolicyInfo
{
    Id = "network-subnets-are-not-shared",
    Title = "Subnets are not shared with the tenant",
    Why = "Other subscriptions put resources beside yours.",
    Severity = Severity.Medium,
    Types = ["azure:network/subnet:Subnet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Remove sharingScope.",
    Good = ["""{ }"""],
    Bad = ["""{ "sharingScope": "Tenant" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sharingScope"].MustBeAbsent();
}
