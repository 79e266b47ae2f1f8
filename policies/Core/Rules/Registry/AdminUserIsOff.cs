using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class AdminUserIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-admin-user-is-off",
    Title = "The registry has no admin user",
    Why = "One password that pulls and pushes everything.",
    Severity = Severity.High,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Remove adminEnabled.",
    Corrections = [new("adminEnabled", "false")],
    Good = ["""{ "adminEnabled": false }""", """{ }"""],
    Bad = ["""{ "adminEnabled": true }"""],
    Equivalents = ["CKV_AZURE_137", "kics:b897dfbf-322c-45a8-b67c-1e698beeaa51"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["adminEnabled"].MustNotBe(true);
}
