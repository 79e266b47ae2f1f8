using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class FactoriesKeepHistory() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-factories-keep-history",
    Title = "Data factories keep their history in Git",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:datafactory/factory:Factory"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set githubConfiguration or vstsConfiguration.",
    Good = ["""{ "githubConfiguration": { "repositoryName": "r" } }""", """{ "vstsConfiguration": { "repositoryName": "r" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_103"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["githubConfiguration"].IsAbsent ? resource["vstsConfiguration"].MustExist() : [];
}
