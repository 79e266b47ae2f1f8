using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class ExplorersHaveTheirOwnKey() : StackPolicy(new PolicyInfo
{
    Id = "analytics-explorers-have-their-own-key",
    Title = "Data Explorer clusters are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:kusto/cluster:Cluster", "azure:kusto/clusterCustomerManagedKey:ClusterCustomerManagedKey"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Add a ClusterCustomerManagedKey.",
    Good = ["""[{ "type": "azure:kusto/cluster:Cluster", "name": "a", "id": "/a" }, { "type": "azure:kusto/clusterCustomerManagedKey:ClusterCustomerManagedKey", "name": "b", "properties": {"clusterId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:kusto/cluster:Cluster", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_11"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:kusto/cluster:Cluster" }.SelectMany(type => stack.EachMustHave(type, "azure:kusto/clusterCustomerManagedKey:ClusterCustomerManagedKey", "clusterId", "have a key", applies: cluster => cluster["keyVaultProperties"].IsAbsent));
}
