using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Alerts on the activity log of a whole subscription. Whoever sets up one there watches over the subscription, and has to watch for all that an intruder changes first.</summary>
internal static class SubscriptionWatch
{
    public const string Alert = "azure:monitoring/activityLogAlert:ActivityLogAlert";

    /// <summary>An example: alerts of a subscription on these operations.</summary>
    public static string AlertsOn(params string[] operations) =>
        $"[{string.Join(", ", operations.Select((operation, at) => $$"""{ "type": "{{Alert}}", "name": "a{{at}}", "properties": { "scopes": ["/subscriptions/s"], "criteria": { "category": "Administrative", "operationName": "{{operation}}" } } }"""))}]";

    /// <summary>Each subscription that has an alert has one for each of these operations.</summary>
    public static IEnumerable<Finding> MustTellOf(this Stack stack, params string[] operations) =>
        stack.MustTell(alerts => [.. operations.Select(operation => (operation, alerts.Select(alert => Tells(alert, "Administrative", operation))))]);

    /// <summary>Each subscription that has an alert has one for the category.</summary>
    public static IEnumerable<Finding> MustTellOfAll(this Stack stack, string category) =>
        stack.MustTell(alerts => [(category, alerts.Select(alert => Tells(alert, category, null)))]);

    private static IEnumerable<Finding> MustTell(this Stack stack, Func<IReadOnlyList<Resource>, IEnumerable<(string What, IEnumerable<bool?> Told)>> judge)
    {
        foreach (var alerts in stack.OfType(Alert).SelectMany(alert => Subscriptions(alert).Select(subscription => (subscription, alert))).GroupBy(one => one.subscription, one => one.alert, StringComparer.OrdinalIgnoreCase))
        {
            var untold = judge([.. alerts]).Where(one => !one.Told.Contains(true)).ToList();
            if (untold.Count > 0)
            {
                var message = $"the alerts of {alerts.Key} must tell of {string.Join(" and ", untold.Select(one => one.What))}";
                yield return untold.Any(one => !one.Told.Contains(null)) ? alerts.First().Violation($"{message}, but none does") : new Undetermined(alerts.First().Urn, "", $"{message}, which is not known before deployment");
            }
        }
    }

    // The id of a subscription is known before the deployment; an id that is not known is that of something in it.
    private static IEnumerable<string> Subscriptions(Resource alert) =>
        alert["scopes"].Items.Select(scope => scope.AsText?.Trim('/')).OfType<string>().Where(scope => scope.Split('/') is ["subscriptions", _]).Distinct(StringComparer.OrdinalIgnoreCase);

    // Whether an alert tells of an operation, or of all in the category; null where that is not known.
    private static bool? Tells(Resource alert, string category, string? operation)
    {
        Finding[] findings = [.. alert["enabled"].MustNotBe(false), .. alert["criteria.category"].MustBe(category), .. operation is null ? [] : alert["criteria.operationName"].MustBe(operation, whenAbsent: true)];
        return findings.OfType<Violation>().Any() ? false : findings.Length > 0 ? null : true;
    }
}
