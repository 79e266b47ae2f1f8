using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SharedPoolsArePartitioned() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-shared-pools-are-partitioned",
    Title = "GPU pools that tenants share are partitioned",
    Why = "Tenants on one GPU read what another left in its memory.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.Disclosure, Threat.ModelStealing, Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Nist("SC-4")],
    Remediation = "Set gpuInstance to a MIG profile.",
    Good = ["""{ "vmSize": "Standard_NC40ads_H100_v5", "nodeLabels": { "tenancy": "shared" }, "gpuInstance": "MIG1g" }""", """{ "vmSize": "Standard_NC40ads_H100_v5", "nodeLabels": { "tenancy": "exclusive" } }"""],
    Bad = ["""{ "vmSize": "Standard_NC40ads_H100_v5", "nodeLabels": { "tenancy": "shared" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["nodeLabels.tenancy"].AsText == "shared" && Pool.HasGpu(resource["vmSize"]) ? resource["gpuInstance"].MustExist() : [];
}
