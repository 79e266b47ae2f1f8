using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallHasAPolicy() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-has-a-policy",
    Title = "The firewall has a policy",
    Why = "Rules outside a policy are neither inherited nor reviewed.",
    Severity = Severity.High,
    Types = ["azure:network/firewall:Firewall"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set firewallPolicyId.",
    Good = ["""{ "firewallPolicyId": "x" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_219"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["firewallPolicyId"].MustExist();
}
