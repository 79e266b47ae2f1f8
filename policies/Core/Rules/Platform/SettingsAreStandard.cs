using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SettingsAreStandard() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-settings-are-standard",
    Title = "App Configuration stores are of the standard tier",
    Why = "The free tier has no private endpoints and no key of yours.",
    Severity = Severity.Low,
    Types = ["azure:appconfiguration/configurationStore:ConfigurationStore"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set sku to standard.",
    Good = ["""{ "sku": "standard" }"""],
    Bad = ["""{ "sku": "free" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_188"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sku"].MustBeOneOf(["standard", "premium"]);
}
