using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class SearchHasAnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-search-has-an-identity",
    Title = "Search services have an identity",
    Why = "Without an identity it needs stored credentials to call others.",
    Severity = Severity.Low,
    Types = ["azure:search/service:Service"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set identity.type.",
    Good = ["""{ "identity": { "type": "SystemAssigned" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_207"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].MustExist();
}
