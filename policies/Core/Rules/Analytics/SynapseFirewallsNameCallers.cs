using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapseFirewallsNameCallers() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-synapse-firewalls-name-callers",
    Title = "Synapse firewall rules name their callers",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:synapse/firewallRule:FirewallRule"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the addresses that need it.",
    Good = ["""{ "startIpAddress": "203.0.113.7", "endIpAddress": "203.0.113.7" }"""],
    Bad = ["""{ "startIpAddress": "0.0.0.0", "endIpAddress": "255.255.255.255" }"""],
    Equivalents = ["CKV2_AZURE_19"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["startIpAddress"].MustNotBe("0.0.0.0");
}
