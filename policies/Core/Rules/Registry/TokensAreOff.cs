using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class TokensAreOff() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-tokens-are-off",
    Title = "The registry has no tokens of its own",
    Why = "A token has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registryToken:RegistryToken"],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Use identities, or set enabled to false.",
    Good = ["""{ "enabled": false }"""],
    Bad = ["""{ "enabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["enabled"].MustBe(false);
}
