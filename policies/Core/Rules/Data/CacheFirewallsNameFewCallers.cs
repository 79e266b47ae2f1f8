using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class CacheFirewallsNameFewCallers() : ResourcePolicy(new PolicyInfo
{
    Id = "data-cache-firewalls-name-few-callers",
    Title = "Firewall rules of caches are no wider than 256 addresses",
    Why = "Each address is one more that keys are tried from.",
    Severity = Severity.Low,
    Types = ["azure:redis/firewallRule:FirewallRule"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the addresses that need it.",
    Good = ["""{ "startIp": "1.2.3.4", "endIp": "1.2.3.8" }"""],
    Bad = ["""{ "startIp": "1.0.0.0", "endIp": "3.0.0.0" }"""],
    Equivalents = ["kics:a829b715-cf75-4e92-b645-54c9b739edfb"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Addresses.MustBeNarrow(resource["startIp"], resource["endIp"]);
}
