using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SettingsAreNotPurged() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-settings-are-not-purged",
    Title = "App Configuration stores cannot be purged",
    Why = "What is lost with the region cannot be restored.",
    Severity = Severity.Medium,
    Types = ["azure:appconfiguration/configurationStore:ConfigurationStore"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set purgeProtectionEnabled to true.",
    Corrections = [new("purgeProtectionEnabled", "true")],
    Good = ["""{ "purgeProtectionEnabled": true }"""],
    Bad = ["""{ "purgeProtectionEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_187"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["purgeProtectionEnabled"].MustBe(true);
}
