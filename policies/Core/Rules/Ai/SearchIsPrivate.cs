using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class SearchIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-search-is-private",
    Title = "Search services are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:search/service:Service"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Corrections = [new("publicNetworkAccessEnabled", "false")],
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_124", "kics:4a9e0f00-0765-4f72-a0d4-d31110b78279"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
