using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SecretsComeFromTheVault() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-secrets-come-from-the-vault",
    Title = "Secrets are mounted from the vault",
    Why = "Secrets end up as Kubernetes objects otherwise.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Add keyVaultSecretsProvider.",
    Good = ["""{ "keyVaultSecretsProvider": {"secretRotationEnabled": true} }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["keyVaultSecretsProvider"].MustExist();
}
