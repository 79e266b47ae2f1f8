using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class GpuNodesRunASupportedSystem() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-gpu-nodes-run-a-supported-system",
    Title = "GPU nodes run a system that the GPU operator supports",
    Why = "On others the operator's driver and toolkit fail, and somebody installs an old one by hand.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nist("CM-6")],
    Remediation = "Use Linux with AzureLinux or Ubuntu.",
    Good = ["""{ "vmSize": "Standard_NC40ads_H100_v5", "osSku": "AzureLinux" }""", """{ "vmSize": "Standard_NC40ads_H100_v5" }""", """{ "vmSize": "Standard_D4s_v5", "osSku": "Windows2022" }"""],
    Bad = ["""{ "vmSize": "Standard_NC40ads_H100_v5", "osSku": "Windows2022" }""", """{ "vmSize": "Standard_NC40ads_H100_v5", "osSku": "AzureLinuxOSGuard" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.HasGpu(resource["vmSize"]) ? resource["osSku"].MustBeOneOf(["AzureLinux", "AzureLinux3", "Ubuntu", "Ubuntu2204", "Ubuntu2404"], whenAbsent: true) : [];
}
