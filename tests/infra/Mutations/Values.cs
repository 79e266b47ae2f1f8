using System.Globalization;
using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Infra.Tests.Mutations;

/// <summary>Finds places in property values, and changes them.</summary>
internal static partial class Values
{
    /// <summary>The concrete paths that a pattern of the catalogue stands for; its last step need not exist.</summary>
    public static IEnumerable<IReadOnlyList<object>> Places(PropertyValue root, string pattern) => Places(root, [.. StepPattern().Matches(pattern).Select(match => match.Value)], 0, []);

    /// <summary>The value at a path; null where there is none.</summary>
    public static PropertyValue? At(PropertyValue? root, IEnumerable<object> path) =>
        path.Aggregate(root, (value, step) => step is int index ? value?.Inner.Items.ElementAtOrDefault(index) : value?.Inner[(string)step]);

    /// <summary>The root with another value at the path, or without it where the value is null.</summary>
    public static PropertyValue With(PropertyValue? root, IReadOnlyList<object> path, PropertyValue? value, int at = 0)
    {
        if (at == path.Count)
        {
            return value ?? PropertyValue.Null;
        }

        if (root?.Kind == PropertyKind.Secret)
        {
            return PropertyValue.SecretOf(With(root.Inner, path, value, at));
        }

        if (path[at] is int index)
        {
            return PropertyValue.ListOf(root!.Items.Select((item, position) => position == index ? With(item, path, value, at + 1) : item));
        }

        var others = (root?.Members ?? []).Where(member => member.Key != (string)path[at]);
        return value is null && at == path.Count - 1 ? PropertyValue.MapOf(others)
            : PropertyValue.MapOf([.. others, new((string)path[at], With(root?[(string)path[at]], path, value, at + 1))]);
    }

    /// <summary>Whether a condition <c>path=text</c>, <c>path!=text</c> or <c>path~text</c> holds for any place; an empty one always does.</summary>
    public static bool Holds(PropertyValue root, string condition)
    {
        if (condition.Length == 0)
        {
            return true;
        }

        var match = Condition().Match(condition);
        var found = Places(root, match.Groups["path"].Value).Select(path => Text(At(root, path))).ToList();
        var text = match.Groups["text"].Value;
        return match.Groups["is"].Value switch
        {
            "!=" => !found.Contains(text, StringComparer.Ordinal),
            "~" => found.Exists(one => one.Contains(text, StringComparison.Ordinal)),
            _ => found.Contains(text, StringComparer.Ordinal),
        };
    }

    /// <summary>The value as text; lists and maps as their parts, one after the other.</summary>
    public static string Text(PropertyValue? value) => value?.Inner switch
    {
        null => "",
        { Kind: PropertyKind.Boolean } flag => flag.Boolean ? "true" : "false",
        { Kind: PropertyKind.Number } number => number.Number.ToString(CultureInfo.InvariantCulture),
        { Kind: PropertyKind.List } list => string.Join(' ', list.Items.Select(Text)),
        { Kind: PropertyKind.Map } map => string.Join(' ', map.Members.Select(member => $"{member.Key} {Text(member.Value)}")),
        var text => text.Text,
    };

    private static IEnumerable<IReadOnlyList<object>> Places(PropertyValue? here, string[] steps, int at, IReadOnlyList<object> path)
    {
        if (at == steps.Length)
        {
            return [path];
        }

        if (steps[at].StartsWith("[\"", StringComparison.Ordinal))
        {
            return Next(steps[at][2..^2]);
        }

        if (!steps[at].StartsWith('['))
        {
            return Next(steps[at].TrimStart('.'));
        }

        var condition = steps[at][1..^1];
        return (here?.Inner.Items ?? []).SelectMany((item, index) => condition.Length == 0 || Holds(item, condition) ? Places(item, steps, at + 1, [.. path, index]) : []);

        IEnumerable<IReadOnlyList<object>> Next(string name) => Places(here?.Inner[name], steps, at + 1, [.. path, name]);
    }

    [GeneratedRegex("""\["[^"]*"\]|\[[^\]]*\]|\.?[^.\[]+""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StepPattern();

    [GeneratedRegex("^(?<path>[^=~!]+)(?<is>!=|=|~)(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Condition();
}
