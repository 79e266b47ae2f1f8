using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SandboxNodesAreTainted() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-sandbox-nodes-are-tainted",
    Title = "Sandbox nodes are tainted",
    Why = "Other pods share the kernel of the sandboxes otherwise.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Add a taint.",
    Good = ["""{ "workloadRuntime": "KataVmIsolation", "nodeTaints": ["sandbox=true:NoSchedule"] }"""],
    Bad = ["""{ "workloadRuntime": "KataVmIsolation" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["workloadRuntime"].AsText?.StartsWith("Kata", StringComparison.OrdinalIgnoreCase) == true && !Pool.Taints(resource.Root).Any(taint => taint.EndsWith(":NoSchedule", StringComparison.Ordinal) || taint.EndsWith(":NoExecute", StringComparison.Ordinal)) ? resource["nodeTaints"].IsUnknown || resource["nodeTaints"].Items.Any(taint => taint.IsUnknown) ? [resource["nodeTaints"].Undetermined("contain a taint with NoSchedule")] : [resource["nodeTaints"].Violation("contain a taint with NoSchedule")] : [];
}
