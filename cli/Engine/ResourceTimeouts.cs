using System.Globalization;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>How long a provider may take, in seconds; 0 leaves it to the provider.</summary>
internal sealed record ResourceTimeouts(double Create, double Update, double Delete, double Read)
{
    /// <summary>All left to the provider.</summary>
    public static ResourceTimeouts None { get; } = new(0, 0, 0, 0);

    /// <summary>Reads durations such as <c>1h30m</c> or <c>5400s</c>; what is none is refused.</summary>
    public static ResourceTimeouts Parse(string create, string update, string delete, string read) => new(Seconds(create), Seconds(update), Seconds(delete), Seconds(read));

    private static double Seconds(string text)
    {
        var total = 0.0;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            {
                at++;
            }

            var unit = at;
            while (at < text.Length && !char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            var factor = text[unit..at] switch { "h" => 3600, "m" => 60, "s" => 1, "ms" => 1e-3, "us" or "µs" => 1e-6, "ns" => 1e-9, _ => double.NaN };
            total += double.TryParse(text[start..unit], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(factor) ? number * factor
                : throw new RegistrationException($"A custom timeout must be a duration such as 1h30m, but is '{text}'.");
        }

        return total;
    }
}
