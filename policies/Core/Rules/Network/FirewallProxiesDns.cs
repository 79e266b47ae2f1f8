using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallProxiesDns() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-proxies-dns",
    Title = "The firewall answers names itself",
    Why = "Rules by name hold only if firewall and clients agree on the address.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set dns.proxyEnabled to true.",
    Corrections = [new("proxyEnabled", "true")],
    Good = ["""{ "dns": { "proxyEnabled": true } }"""],
    Bad = ["""{ "dns": { "proxyEnabled": false } }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["dns.proxyEnabled"].MustBe(true);
}
