using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class IsAlwaysOn() : ResourcePolicy(new PolicyInfo
{
    Id = "app-is-always-on",
    Title = "Apps stay loaded",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:appservice/linuxWebApp:LinuxWebApp", "azure:appservice/windowsWebApp:WindowsWebApp"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Remove siteConfig.alwaysOn, or set it to true.",
    Corrections = [new("alwaysOn", "true")],
    Good = ["""{ "siteConfig": { "alwaysOn": true } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "alwaysOn": false } }"""],
    Equivalents = ["CKV_AZURE_214"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["siteConfig.alwaysOn"].MustNotBe(false);
}
