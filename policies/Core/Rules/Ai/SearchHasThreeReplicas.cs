using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class SearchHasThreeReplicas() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-search-has-three-replicas",
    Title = "Search services have three replicas",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:search/service:Service"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set replicaCount to at least 3.",
    Good = ["""{ "replicaCount": 3 }"""],
    Bad = ["""{ "replicaCount": 2 }""", """{ }"""],
    Equivalents = ["CKV_AZURE_208"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["replicaCount"].MustBeAtLeast(3);
}
