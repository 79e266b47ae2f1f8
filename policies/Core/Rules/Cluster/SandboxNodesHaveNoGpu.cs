using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SandboxNodesHaveNoGpu() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-sandbox-nodes-have-no-gpu",
    Title = "Sandbox nodes have no GPU",
    Why = "Tools need none, and a device that is passed into a virtual machine is a way around its walls.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1"), Framework.Atlas("AML.T0053")],
    Remediation = "Choose a machine size without GPU for the sandbox pool.",
    Good = ["""{ "vmSize": "Standard_D8ads_v5", "workloadRuntime": "KataVmIsolation" }""", """{ "vmSize": "Standard_NC24ads_A100_v4" }"""],
    Bad = ["""{ "vmSize": "Standard_NC24ads_A100_v4", "workloadRuntime": "KataVmIsolation" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["workloadRuntime"].AsText?.StartsWith("Kata", StringComparison.OrdinalIgnoreCase) == true ? resource["vmSize"].Must("be a size without GPU", size => !Pool.HasGpu(size), whenAbsent: true) : [];
}
