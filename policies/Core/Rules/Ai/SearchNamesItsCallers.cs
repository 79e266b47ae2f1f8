using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class SearchNamesItsCallers() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-search-names-its-callers",
    Title = "Search services name their callers",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:search/service:Service"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the addresses in allowedIps.",
    Good = ["""{ "allowedIps": [ "203.0.113.7" ] }""", """{ }"""],
    Bad = ["""{ "allowedIps": [ "0.0.0.0/0" ] }"""],
    Equivalents = ["CKV_AZURE_210"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["allowedIps"].EachMust(address => address.MustNotBe("0.0.0.0/0", "0.0.0.0", "*"));
}
