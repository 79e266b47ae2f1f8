using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class SearchHasNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-search-has-no-keys",
    Title = "Search services take no keys",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:search/service:Service"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set localAuthenticationEnabled to false.",
    Corrections = [new("localAuthenticationEnabled", "false")],
    Good = ["""{ "localAuthenticationEnabled": false }"""],
    Bad = ["""{ "localAuthenticationEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthenticationEnabled"].MustBe(false);
}
