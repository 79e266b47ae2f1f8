using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class IsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-is-private",
    Title = "The registry is reached only over private endpoints",
    Why = "Everybody may otherwise try to pull and push.",
    Severity = Severity.High,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_139"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
