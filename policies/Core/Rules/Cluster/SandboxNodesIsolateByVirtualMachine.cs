using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SandboxNodesIsolateByVirtualMachine() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-sandbox-nodes-isolate-by-virtual-machine",
    Title = "Sandbox nodes give each pod a virtual machine",
    Why = "The runtime class has nowhere to run otherwise, or the sandboxes run on a shared kernel.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.OwaspAgentic("ASI05"), Framework.OwaspLlm("LLM01:2026"), Framework.OwaspLlm("LLM01:2025"), Framework.Atlas("AML.T0105")],
    Remediation = "Set workloadRuntime to KataVmIsolation and osSku to AzureLinux.",
    Good = ["""{ "name": "sandbox", "workloadRuntime": "KataVmIsolation", "osSku": "AzureLinux" }""", """{ "name": "gpu" }"""],
    Bad = ["""{ "name": "sandbox", "osSku": "AzureLinux" }""", """{ "name": "a", "nodeTaints": ["purpose=tool-sandbox:NoSchedule"] }""", """{ "name": "sandbox", "workloadRuntime": "KataMshvVmIsolation", "osSku": "AzureLinux" }""", """{ "name": "s", "workloadRuntime": "KataVmIsolation", "osSku": "Ubuntu" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource)
    {
        var kata = resource["workloadRuntime"].AsText?.StartsWith("Kata", StringComparison.OrdinalIgnoreCase) == true;
        var sandbox = kata || resource["name"].AsText?.Contains("sandbox", StringComparison.OrdinalIgnoreCase) == true || Pool.Taints(resource.Root).Any(taint => taint.Contains("sandbox", StringComparison.OrdinalIgnoreCase));
        return !sandbox ? [] : kata ? resource["workloadRuntime"].MustBe("KataVmIsolation").Concat(resource["osSku"].MustBeOneOf(["AzureLinux", "AzureLinux3"], whenAbsent: false)) : resource["workloadRuntime"].MustBe("KataVmIsolation");
    }
}
