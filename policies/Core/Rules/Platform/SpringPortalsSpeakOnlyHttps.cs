using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SpringPortalsSpeakOnlyHttps() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-spring-portals-speak-only-https",
    Title = "Portals of Spring services answer only over HTTPS",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = ["azure:appplatform/springCloudApiPortal:SpringCloudApiPortal"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set httpsOnlyEnabled to true.",
    Corrections = [new("httpsOnlyEnabled", "true")],
    Good = ["""{ "httpsOnlyEnabled": true }"""],
    Bad = ["""{ "httpsOnlyEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_161"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["httpsOnlyEnabled"].MustBe(true);
}
