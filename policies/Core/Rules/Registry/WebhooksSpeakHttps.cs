using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class WebhooksSpeakHttps() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-webhooks-speak-https",
    Title = "Webhooks of the registry speak HTTPS",
    Why = "Who listens on the way knows what you deploy, and with which token.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registryWebhook:RegistryWebhook"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Use https.",
    Good = ["""{ "serviceUri": "https://a" }"""],
    Bad = ["""{ "serviceUri": "http://a" }"""],
    Equivalents = ["CKV2_AZURE_30"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["serviceUri"].Must("begin with https://", uri => uri.AsText?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true);
}
