using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SpringPortalsArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-spring-portals-are-private",
    Title = "Portals of Spring services are private",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:appplatform/springCloudApiPortal:SpringCloudApiPortal"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove publicNetworkAccessEnabled, or set it to false.",
    Corrections = [new("publicNetworkAccessEnabled", "false")],
    Good = ["""{ "publicNetworkAccessEnabled": false }""", """{ }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }"""],
    Equivalents = ["CKV_AZURE_162"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustNotBe(true);
}
