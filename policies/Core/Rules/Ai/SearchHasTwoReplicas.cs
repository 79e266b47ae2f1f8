using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class SearchHasTwoReplicas() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-search-has-two-replicas",
    Title = "Search services have two replicas for queries",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:search/service:Service"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set replicaCount to at least 2.",
    Good = ["""{ "replicaCount": 2 }"""],
    Bad = ["""{ "replicaCount": 1 }""", """{ }"""],
    Equivalents = ["CKV_AZURE_209"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["replicaCount"].MustBeAtLeast(2);
}
