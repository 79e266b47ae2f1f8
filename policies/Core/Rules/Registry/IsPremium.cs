using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class IsPremium() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-is-premium",
    Title = "The registry can be private",
    Why = "Only the premium tier has private endpoints and retention.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Set sku to Premium.",
    Good = ["""{ "sku": "Premium" }"""],
    Bad = ["""{ "sku": "Basic" }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sku"].MustBeOneOf(["Premium"]);
}
