using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Defender;

internal sealed class PlansAreStandard() : ResourcePolicy(new PolicyInfo
{
    Id = "defender-plans-are-standard",
    Title = "Defender plans are of the standard tier",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Medium,
    Types = ["azure:securitycenter/subscriptionPricing:SubscriptionPricing"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Set tier to Standard.",
    Good = ["""{ "tier": "Standard" }""", """{ "tier": "Free", "resourceType": "Dns" }"""],
    Bad = ["""{ "tier": "Free" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_19", "CKV_AZURE_55", "CKV_AZURE_61", "CKV_AZURE_69", "CKV_AZURE_79", "CKV_AZURE_84", "CKV_AZURE_85", "CKV_AZURE_86", "CKV_AZURE_87", "CKV_AZURE_234", "AVD-AZU-0045", "kics:819d50fd-1cdf-45c3-9936-be408aaad93e", "kics:2081c7d6-2851-4cce-bda5-cb49d462da42"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["resourceType"].UnlessIs("Dns", () => resource["tier"].MustBeOneOf(["Standard"])); // new subscriptions have no such plan: that for servers includes it
}
