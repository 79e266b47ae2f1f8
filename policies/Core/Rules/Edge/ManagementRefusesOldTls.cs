using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ManagementRefusesOldTls() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-management-refuses-old-tls",
    Title = "API Management refuses old TLS",
    Why = "Older versions are broken.",
    Severity = Severity.High,
    Types = ["azure:apimanagement/service:Service"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Remove the settings that turn them on.",
    Good = ["""{ "security": { } }"""],
    Bad = ["""{ "security": { "frontendTls10Enabled": true } }""", """{ "security": { "backendTls11Enabled": true } }"""],
    Equivalents = ["CKV_AZURE_173"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { "frontendTls10Enabled", "frontendTls11Enabled", "backendTls10Enabled", "backendTls11Enabled", "frontendSsl30Enabled", "backendSsl30Enabled" }.SelectMany(name => resource["security"].Member(name).MustNotBe(true));
}
