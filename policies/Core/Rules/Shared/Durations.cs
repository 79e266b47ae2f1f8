using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Durations as Go programs write them: <c>1h30m</c>, <c>300s</c>, <c>0</c>.</summary>
internal static partial class Durations
{
    /// <summary>The duration in seconds; null if the text is none.</summary>
    public static double? Seconds(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        var parts = Part().Matches(text);
        return parts.Count > 0 && parts.Sum(part => part.Length) == text.Length
            ? parts.Sum(part => double.Parse(part.Value.TrimEnd('h', 'm', 's', 'u', 'n'), CultureInfo.InvariantCulture) * Unit(part.Value)) : null;
    }

    private static double Unit(string part) => part switch
    {
        _ when part.EndsWith("ns", StringComparison.Ordinal) => 1e-9,
        _ when part.EndsWith("us", StringComparison.Ordinal) => 1e-6,
        _ when part.EndsWith("ms", StringComparison.Ordinal) => 1e-3,
        _ when part.EndsWith('m') => 60,
        _ when part.EndsWith('h') => 3600,
        _ => 1,
    };

    [GeneratedRegex(@"[0-9]{1,12}(\.[0-9]{1,9})?(h|ms|m|s|us|ns)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
