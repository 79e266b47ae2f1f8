using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Budget;

internal sealed class GpuStacksHaveABudget() : StackPolicy(new PolicyInfo
{
    Id = "budget-gpu-stacks-have-a-budget",
    Title = "A stack with GPU nodes has a budget",
    Why = "A day of a GPU pool at its ceiling costs what a month of others does, and a caller can hold it there.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "azure:consumption/budgetResourceGroup:BudgetResourceGroup", "azure:consumption/budgetSubscription:BudgetSubscription"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Add a BudgetResourceGroup with notifications.",
    Good = ["""[{ "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "g", "id": "/g", "properties": { "vmSize": "Standard_NC40ads_H100_v5" } }, { "type": "azure:consumption/budgetResourceGroup:BudgetResourceGroup", "name": "b", "id": "/b", "properties": { "amount": 1000 } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "g", "id": "/g", "properties": { "vmSize": "Standard_NC40ads_H100_v5" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType("azure:consumption/budgetResourceGroup:BudgetResourceGroup", "azure:consumption/budgetSubscription:BudgetSubscription", "azure:consumption/budgetManagementGroup:BudgetManagementGroup").Any() ? []
        : stack.OfType("azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool").Where(pool => Pool.HasGpu(pool["vmSize"])).Select(pool => pool.Violation("the stack with this GPU pool must have a budget, but has none"));
}
