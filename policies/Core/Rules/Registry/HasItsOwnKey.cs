using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class HasItsOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-has-its-own-key",
    Title = "The registry is encrypted with a key of the owner",
    Why = "The owner can take the images away from everybody by taking the key.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DS-6"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Add encryption.",
    Good = ["""{ "encryption": {"keyVaultKeyId": "x"} }"""],
    Bad = ["""{ }""", """{ "encryption": { "identityClientId": "x" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["encryption.keyVaultKeyId"].MustExist();
}
