using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class CacheFirewallsNameCallers() : ResourcePolicy(new PolicyInfo
{
    Id = "data-cache-firewalls-name-callers",
    Title = "Firewall rules of caches name private callers",
    Why = "Everybody in the range may try the key of the cache.",
    Severity = Severity.High,
    Types = ["azure:redis/firewallRule:FirewallRule"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name private addresses, or use a private endpoint.",
    Good = ["""{ "startIp": "10.2.3.4", "endIp": "10.2.3.8" }"""],
    Bad = ["""{ "startIp": "0.0.0.0", "endIp": "0.0.0.0" }""", """{ "startIp": "1.2.3.4", "endIp": "2.3.4.5" }"""],
    Equivalents = ["kics:fd8da341-6760-4450-b26c-9f6d8850575e", "kics:5089d055-53ff-421b-9482-a5267bdce629"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Addresses.MustBePrivate(resource["startIp"], resource["endIp"]);
}
