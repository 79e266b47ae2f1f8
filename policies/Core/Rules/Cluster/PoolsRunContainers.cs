using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PoolsRunContainers() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-pools-run-containers",
    Title = "Node pools have a runtime that is supported",
    Why = "AKS has withdrawn WASI pools, and nobody patches them.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set workloadRuntime to another value than WasmWasi.",
    Good = ["""{ "workloadRuntime": "OCIContainer" }""", """{ }"""],
    Bad = ["""{ "workloadRuntime": "WasmWasi" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["workloadRuntime"].MustNotBe("WasmWasi");
}
