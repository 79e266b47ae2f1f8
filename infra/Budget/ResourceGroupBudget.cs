using System.Globalization;
using Pulumi;
using Pulumi.Azure.Consumption;
using Pulumi.Azure.Consumption.Inputs;

namespace LlmOpsSecure.Infra.Budget;

/// <summary>Tells people what the resource group costs: at half and four fifths of the month's amount, at all of it, and when the forecast exceeds it.</summary>
public sealed class ResourceGroupBudget : ComponentResource
{
    /// <summary>Makes the budget.</summary>
    public ResourceGroupBudget(string name, ResourceGroupBudgetArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:budget:ResourceGroupBudget", name, options)
    {
        var settings = args.Scope.Settings;
        _ = new BudgetResourceGroup(name, new BudgetResourceGroupArgs
        {
            Name = args.Scope.Name("budget"),
            ResourceGroupId = args.ResourceGroupId,
            Amount = settings.Budget.MonthlyAmount,
            TimeGrain = "Monthly",
            TimePeriod = new BudgetResourceGroupTimePeriodArgs { StartDate = settings.Start.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z" },
            Notifications = // budget-notices-reach-somebody
            {
                Notice(settings.Budget.Contacts, 50, "Actual"),
                Notice(settings.Budget.Contacts, 80, "Actual"),
                Notice(settings.Budget.Contacts, 100, "Actual"),
                Notice(settings.Budget.Contacts, 100, "Forecasted"),
            },
        }, new() { Parent = this });
        this.RegisterOutputs();
    }

    private static BudgetResourceGroupNotificationArgs Notice(IReadOnlyList<string> contacts, int percent, string type) =>
        new() { Enabled = true, Threshold = percent, ThresholdType = type, Operator = "GreaterThanOrEqualTo", ContactEmails = [.. contacts] };
}
