using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class AzurePolicyIsOn() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-azure-policy-is-on",
    Title = "The Azure Policy add-on is on",
    Why = "What is deployed past this pack is not seen by anybody otherwise.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set azurePolicyEnabled to true.",
    Corrections = [new("azurePolicyEnabled", "true")],
    Good = ["""{ "azurePolicyEnabled": true }"""],
    Bad = ["""{ "azurePolicyEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_116", "kics:43789711-161b-4708-b5bb-9d1c626f7492", "AZU-0066"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["azurePolicyEnabled"].MustBe(true);
}
