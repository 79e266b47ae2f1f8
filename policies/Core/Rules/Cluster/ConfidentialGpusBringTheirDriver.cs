using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class ConfidentialGpusBringTheirDriver() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-confidential-gpus-bring-their-driver",
    Title = "Confidential GPUs get their driver from the GPU operator",
    Why = "The driver that AKS installs is not the signed one that confidential mode attests.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Nist("SC-28")],
    Remediation = "Set gpuDriver to None and install the GPU operator.",
    Good = ["""{ "vmSize": "Standard_NCC40ads_H100_v5", "gpuDriver": "None" }""", """{ "vmSize": "Standard_NC40ads_H100_v5" }"""],
    Bad = ["""{ "vmSize": "Standard_NCC40ads_H100_v5" }""", """{ "vmSize": "standard_ncc40ads_h100_v5", "gpuDriver": "Install" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["vmSize"].AsText?.StartsWith("Standard_NCC", StringComparison.OrdinalIgnoreCase) == true ? resource["gpuDriver"].MustBe("None") : [];
}
