using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SpringAppsSpeakTls() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-spring-apps-speak-tls",
    Title = "Apps of Spring services speak TLS inside",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.Medium,
    Types = ["azure:appplatform/springCloudApp:SpringCloudApp"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set tlsEnabled to true.",
    Corrections = [new("tlsEnabled", "true")],
    Good = ["""{ "tlsEnabled": true }"""],
    Bad = ["""{ "tlsEnabled": false }""", """{ }"""],
    Equivalents = ["CKV2_AZURE_55"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["tlsEnabled"].MustBe(true);
}
