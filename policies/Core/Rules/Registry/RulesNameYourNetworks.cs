using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class RulesNameYourNetworks() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-rules-name-your-networks",
    Title = "The registry's rules name your networks",
    Why = "A rule for half of the internet is none.",
    Severity = Severity.High,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name ranges of /24 or smaller.",
    Good = ["""{ "networkRuleSet": { "ipRules": [{ "ipRange": "203.0.113.0/28" }] } }"""],
    Bad = ["""{ "networkRuleSet": { "ipRules": [{ "ipRange": "0.0.0.0/0" }] } }""", """{ "networkRuleSet": { "ipRules": [{ "ipRange": "20.0.0.0/8" }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkRuleSet.ipRules"].Items.SelectMany(rule => rule["ipRange"].Must("be a range of yours, of 24 bits or more", range => Narrow(range.AsText)));

    private static bool Narrow(string? range) => range is not null && (!range.Contains('/', StringComparison.Ordinal) || (int.TryParse(range[(range.IndexOf('/', StringComparison.Ordinal) + 1)..], out var bits) && bits >= 24));
}
