using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesUseFipsCrypto() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-use-fips-crypto",
    Title = "The nodes use validated cryptography",
    Why = "Regulated workloads need it; sandboxes in virtual machines cannot have it.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set fipsEnabled to true.",
    Good = ["""{ "defaultNodePool": { "fipsEnabled": true } }""", """{ "defaultNodePool": { "workloadRuntime": "KataVmIsolation" } }"""],
    Bad = ["""{ "defaultNodePool": { "fipsEnabled": false } }""", """{ "defaultNodePool": {} }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource) is var pool && CannotHaveIt(pool) ? []
        : pool["workloadRuntime"].IsUnknown && pool["fipsEnabled"].IsAbsent ? [pool["workloadRuntime"].Undetermined("be KataVmIsolation where fipsEnabled is absent")]
        : pool["fipsEnabled"].MustBe(true);

    // Neither sandboxes in virtual machines nor confidential machines run the validated image.
    private static bool CannotHaveIt(Field pool) =>
        pool["workloadRuntime"].AsText == "KataVmIsolation" || (pool["vmSize"].AsText is { } size && (size.StartsWith("Standard_NCC", StringComparison.Ordinal) || size.StartsWith("Standard_DC", StringComparison.Ordinal) || size.StartsWith("Standard_EC", StringComparison.Ordinal)));
}
