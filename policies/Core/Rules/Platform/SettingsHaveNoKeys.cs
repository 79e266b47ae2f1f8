using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SettingsHaveNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-settings-have-no-keys",
    Title = "App Configuration stores take no keys",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:appconfiguration/configurationStore:ConfigurationStore"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set localAuthEnabled to false.",
    Corrections = [new("localAuthEnabled", "false")],
    Good = ["""{ "localAuthEnabled": false }"""],
    Bad = ["""{ "localAuthEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_184"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthEnabled"].MustBe(false);
}
