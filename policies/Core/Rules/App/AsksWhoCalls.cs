using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class AsksWhoCalls() : ResourcePolicy(new PolicyInfo
{
    Id = "app-asks-who-calls",
    Title = "Apps ask who calls",
    Why = "Whoever reaches the address is served.",
    Severity = Severity.Medium,
    Types = [.. AppTypes.All, Settings, SettingsV2],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set authSettingsV2.authEnabled to true.",
    Good = ["""{ "authSettings": { "enabled": true } }""", """{ "authSettingsV2": { "authEnabled": true } }"""],
    Bad = ["""{ }""", """{ "authSettings": { "enabled": false } }"""],
    Equivalents = ["CKV_AZURE_13", "CKV_AZURE_56", "AVD-AZU-0003", "kics:c7fc1481-2899-4490-bbd8-544a3a61a2f3", "kics:e65a0733-94a0-4826-82f4-df529f4c593f", "kics:83130a07-235b-4a80-918b-a370e53f0bd9"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource.Type.StartsWith("azure-native", StringComparison.Ordinal) ? resource[resource.Type.EndsWith("V2", StringComparison.Ordinal) ? "platform.enabled" : "enabled"].MustBe(true)
        : resource["authSettings.enabled"].AsBoolean == true ? [] : resource["authSettingsV2"].IsAbsent ? resource["authSettings.enabled"].MustBe(true) : resource["authSettingsV2.authEnabled"].MustBe(true);

    private const string Settings = "azure-native:web:WebAppAuthSettings"; // which are apart from the app there
    private const string SettingsV2 = "azure-native:web:WebAppAuthSettingsV2";
}
