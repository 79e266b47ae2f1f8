using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class MountedSecretsRotate() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-mounted-secrets-rotate",
    Title = "Mounted secrets are renewed",
    Why = "A secret that was changed because it leaked lives on in the pods.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set secretRotationEnabled to true.",
    Corrections = [new("secretRotationEnabled", "true")],
    Good = ["""{ "keyVaultSecretsProvider": { "secretRotationEnabled": true } }"""],
    Bad = ["""{ "keyVaultSecretsProvider": { "secretRotationEnabled": false } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_172"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["keyVaultSecretsProvider.secretRotationEnabled"].MustBe(true);
}
