using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Budget;

internal sealed class NoticesReachSomebody() : ResourcePolicy(new PolicyInfo
{
    Id = "budget-notices-reach-somebody",
    Title = "Budgets tell somebody",
    Why = "A budget that nobody reads is a number.",
    Severity = Severity.Medium,
    Types = ["azure:consumption/budgetResourceGroup:BudgetResourceGroup", "azure:consumption/budgetSubscription:BudgetSubscription"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("GS-1")],
    Remediation = "Add notifications.",
    Good = ["""{ "notifications": [{"enabled": true}] }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["notifications"].MustExist();
}
