using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What a plain YAML text stands for, as the Pulumi CLI takes it: a version <c>1.30</c> is the number 1.3, an id <c>0123</c> the number 83, and a date is a point in time. Only quotes keep a text as it is.</summary>
internal static partial class YamlScalars
{
    private static readonly string[] Times = ["yyyy-M-d", "yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-d'T'H:m:s.FFFFFFFK", "yyyy-M-d't'H:m:s.FFFFFFFK"];

    /// <summary>The value of a plain text: null, a truth value, a whole number, a number or a text.</summary>
    public static object? Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.') => text,
        _ when Time(text) is { } time => time,
        _ when Whole(text.Replace("_", "", StringComparison.Ordinal)) is { } whole => whole,
        _ => Fraction(text.Replace("_", "", StringComparison.Ordinal)) ?? text,
    };

    /// <summary>The text that a program gets for a value.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // A date is written as Go writes a point in time.
    private static string? Time(string text)
    {
        if (text.Length < 8 || text[4] != '-' || !DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return null;
        }

        var zone = time.Offset == TimeSpan.Zero ? "+0000 UTC" : $"{time:zzz} {time:zzz}".Replace(":", "", StringComparison.Ordinal);
        return $"{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)} {zone}";
    }

    private static object? Whole(string text)
    {
        var digits = text.TrimStart('+', '-');
        var sign = text.StartsWith('-') ? "-" : "";
        if (text.Length - digits.Length > 1 || digits.Length == 0 || !char.IsAsciiDigit(digits[0]))
        {
            return null;
        }

        try
        {
            return digits.Length == 1 || digits[0] != '0' ? long.TryParse(sign + digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null
                : digits[1] is 'x' or 'X' ? Signed(digits[2..], 16)
                : digits[1] is 'b' or 'B' ? Signed(digits[2..], 2)
                : digits[1] is 'o' or 'O' ? Signed(digits[2..], 8)
                : Signed(digits[1..], 8);
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }

        object Signed(string number, int radix) => sign.Length > 0 ? -Convert.ToInt64(number, radix) : Convert.ToInt64(number, radix);
    }

    private static object? Fraction(string text) => !Number().IsMatch(text) || double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is not (var number and not (double.PositiveInfinity or double.NegativeInfinity)) ? null
        : Math.Abs(number) < 1e18 && number == Math.Floor(number) ? (long)number : number;

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
