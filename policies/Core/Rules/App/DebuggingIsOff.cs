using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class DebuggingIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "app-debugging-is-off",
    Title = "Apps cannot be debugged from outside",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = AppTypes.All,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove siteConfig.remoteDebuggingEnabled, or set it to false.",
    Corrections = [new("remoteDebuggingEnabled", "false")],
    Good = ["""{ "siteConfig": { "remoteDebuggingEnabled": false } }""", """{ }"""],
    Bad = ["""{ "siteConfig": { "remoteDebuggingEnabled": true } }"""],
    Equivalents = ["CKV_AZURE_72", "CKV_AZURE_155", "kics:e3f7a9b0-c1d2-3e4f-5678-90abcdef1234"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["siteConfig.remoteDebuggingEnabled"].MustNotBe(true);
}
