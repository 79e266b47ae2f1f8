using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class NetworkHasNoBypass() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-network-has-no-bypass",
    Title = "No service bypasses the registry's network rules",
    Why = "A trusted service of anybody's reaches it otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Set networkRuleBypassOption to None.",
    Good = ["""{ "networkRuleBypassOption": "None" }"""],
    Bad = ["""{ "networkRuleBypassOption": "AzureServices" }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkRuleBypassOption"].MustBeOneOf(["None"]);
}
