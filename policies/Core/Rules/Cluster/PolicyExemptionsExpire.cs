using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PolicyExemptionsExpire() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-policy-exemptions-expire",
    Title = "Exemptions from Azure Policy end",
    Why = "What was meant for a week stays.",
    Severity = Severity.Medium,
    Types = ["azure:core/resourceGroupPolicyExemption:ResourceGroupPolicyExemption", "azure:core/resourcePolicyExemption:ResourcePolicyExemption", "azure:core/subscriptionPolicyExemption:SubscriptionPolicyExemption", "azure:management/groupPolicyExemption:GroupPolicyExemption"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nist("CM-3")],
    Remediation = "Set expiresOn.",
    Good = ["""{ "expiresOn": "2026-12-31T00:00:00Z" }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["expiresOn"].MustExist();
}
