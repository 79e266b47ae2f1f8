using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HasAServiceLevel() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-has-a-service-level",
    Title = "The cluster has a service level",
    Why = "The free tier promises nothing, and production is what this serves.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set skuTier to Standard.",
    Good = ["""{ "skuTier": "Standard" }"""],
    Bad = ["""{ "skuTier": "Free" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_170"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["skuTier"].MustBeOneOf(["Standard", "Premium"]);
}
