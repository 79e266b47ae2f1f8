using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class ExportIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-export-is-off",
    Title = "Images cannot be exported from the registry",
    Why = "Export is the quiet way out for a model in an image.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Set exportPolicyEnabled to false.",
    Good = ["""{ "exportPolicyEnabled": false }"""],
    Bad = ["""{ "exportPolicyEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["exportPolicyEnabled"].MustBe(false);
}
