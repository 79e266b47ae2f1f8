using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class AutomaticClustersArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-automatic-clusters-are-private",
    Title = "The API servers of automatic clusters are private",
    Why = "One leaked kubeconfig is otherwise enough to schedule pods from anywhere.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/automaticCluster:AutomaticCluster"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set privateCluster.",
    Good = ["""{ "privateCluster": {} }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["privateCluster"].MustExist();
}
