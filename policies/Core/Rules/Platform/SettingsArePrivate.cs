using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SettingsArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-settings-are-private",
    Title = "App Configuration stores are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:appconfiguration/configurationStore:ConfigurationStore"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccess to Disabled.",
    Good = ["""{ "publicNetworkAccess": "Disabled" }"""],
    Bad = ["""{ "publicNetworkAccess": "Enabled" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_185"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccess"].MustBeOneOf(["Disabled"]);
}
