using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PolicyAssignmentsAreEnforced() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-policy-assignments-are-enforced",
    Title = "Assignments of Azure Policy are enforced",
    Why = "An assignment that is not enforced only counts how often it was broken.",
    Severity = Severity.Medium,
    Types = ["azure:core/resourceGroupPolicyAssignment:ResourceGroupPolicyAssignment", "azure:core/subscriptionPolicyAssignment:SubscriptionPolicyAssignment", "azure:core/resourcePolicyAssignment:ResourcePolicyAssignment", "azure:management/groupPolicyAssignment:GroupPolicyAssignment"],
    Threats = [Threat.FullStack, Threat.SupplyChain],
    Controls = [Framework.Mcsb("PV-2"), Framework.Nist("CM-7")],
    Remediation = "Leave enforce at true.",
    Corrections = [new("enforce", "true")],
    Good = ["""{ "enforce": true }""", """{ }"""],
    Bad = ["""{ "enforce": false }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["enforce"].MustNotBe(false);
}
