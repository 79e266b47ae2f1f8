using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class AlertsTravelEncrypted() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-alerts-travel-encrypted",
    Title = "Webhooks of alerts are called over HTTPS",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.Medium,
    Types = ["azure:monitoring/actionGroup:ActionGroup"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Use https.",
    Good = ["""{ "webhookReceivers": [ { "name": "a", "serviceUri": "https://a.example/hook" } ] }""", """{ }"""],
    Bad = ["""{ "webhookReceivers": [ { "name": "a", "serviceUri": "http://a.example/hook" } ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["webhookReceivers"].EachMust(item => item["serviceUri"].Must("begin with https://", uri => uri.AsText?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true));
}
