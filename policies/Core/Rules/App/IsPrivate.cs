using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class IsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "app-is-private",
    Title = "Apps are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = AppTypes.All,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Corrections = [new("publicNetworkAccessEnabled", "false")],
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_221", "CKV_AZURE_222"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
