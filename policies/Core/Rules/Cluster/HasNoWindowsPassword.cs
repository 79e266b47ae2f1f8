using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HasNoWindowsPassword() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-has-no-windows-password",
    Title = "Clusters have no password for Windows nodes",
    Why = "The password lies in the state, and opens every Windows node.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Remove windowsProfile.",
    Good = ["""{ }"""],
    Bad = ["""{ "windowsProfile": { "adminUsername": "azureuser" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["windowsProfile"].MustBeAbsent();
}
