using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SandboxNodesHaveNoFips() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-sandbox-nodes-have-no-fips",
    Title = "Sandbox nodes do not ask for FIPS",
    Why = "Kata and FIPS exclude each other: the pool is never made.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Remove fipsEnabled from the sandbox pool.",
    Good = ["""{ "workloadRuntime": "KataVmIsolation" }"""],
    Bad = ["""{ "workloadRuntime": "KataVmIsolation", "fipsEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["workloadRuntime"].AsText?.StartsWith("Kata", StringComparison.OrdinalIgnoreCase) == true ? resource["fipsEnabled"].MustNotBe(true) : [];
}
