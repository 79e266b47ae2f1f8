using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class AnonymousPullIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-anonymous-pull-is-off",
    Title = "The registry serves nobody without a sign-in",
    Why = "Images of models may hold the models.",
    Severity = Severity.High,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Remove anonymousPullEnabled.",
    Corrections = [new("anonymousPullEnabled", "false")],
    Good = ["""{ "anonymousPullEnabled": false }""", """{ }""", """{ "sku": "Basic", "anonymousPullEnabled": true }"""],
    Bad = ["""{ "sku": "Premium", "anonymousPullEnabled": true }"""],
    Equivalents = ["CKV_AZURE_138"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sku"].IsUnknown || resource["sku"].AsText is "Standard" or "Premium" ? resource["anonymousPullEnabled"].MustNotBe(true) : []; // the basic tier has no anonymous pull
}
