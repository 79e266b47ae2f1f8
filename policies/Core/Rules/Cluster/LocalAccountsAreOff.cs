using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class LocalAccountsAreOff() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-local-accounts-are-off",
    Title = "Local accounts of the cluster are off",
    Why = "A local account is a certificate that nobody can revoke and no log names.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set localAccountDisabled to true.",
    Good = ["""{ "localAccountDisabled": true }"""],
    Bad = ["""{ "localAccountDisabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_141"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAccountDisabled"].MustBe(true);
}
