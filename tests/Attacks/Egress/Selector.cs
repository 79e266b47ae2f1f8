using System.Text.Json;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>A label selector, as Kubernetes and Cilium write it.</summary>
internal static class Selector
{
    public static bool Matches(JsonElement selector, IReadOnlyDictionary<string, string> labels) =>
        selector.EnumerateObject().All(part => part.Name switch
        {
            "matchLabels" => part.Value.EnumerateObject().All(label => labels.TryGetValue(label.Name, out var value) && value == label.Value.GetString()),
            "matchExpressions" => part.Value.EnumerateArray().All(expression => Matches(expression, labels.GetValueOrDefault(expression.GetProperty("key").GetString()!))),
            _ => throw new NotSupportedException($"A selector has {part.Name}."),
        });

    private static bool Matches(JsonElement expression, string? value) => expression.GetProperty("operator").GetString() switch
    {
        "In" => value is not null && Values(expression).Contains(value),
        "NotIn" => value is null || !Values(expression).Contains(value),
        "Exists" => value is not null,
        "DoesNotExist" => value is null,
        var other => throw new NotSupportedException($"A selector has the operator {other}."),
    };

    private static IEnumerable<string> Values(JsonElement expression) => expression.GetProperty("values").EnumerateArray().Select(value => value.GetString()!);
}
