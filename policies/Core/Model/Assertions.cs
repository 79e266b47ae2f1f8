using System.Globalization;

namespace LlmOpsSecure.Policies.Model;

/// <summary>Expectations on a place in a resource that evaluate and write the message: <c>path must expectation, but is value</c>. A value that is not known before deployment is undetermined.</summary>
public static class Assertions
{
    /// <summary>The flag has that value. Where absent means the same, say so.</summary>
    public static IEnumerable<Finding> MustBe(this Field field, bool expected, bool whenAbsent = false) =>
        field.Holds(field.AsBoolean == expected, whenAbsent) ? [] : field.Fails($"be {Show(expected)}");

    /// <summary>The text is that one, whatever its case.</summary>
    public static IEnumerable<Finding> MustBe(this Field field, string expected, bool whenAbsent = false) =>
        field.Holds(Same(field, expected), whenAbsent) ? [] : field.Fails($"be '{expected}'");

    /// <summary>The number is that one.</summary>
    public static IEnumerable<Finding> MustBe(this Field field, double expected, bool whenAbsent = false) =>
        field.Holds(field.AsNumber == expected, whenAbsent) ? [] : field.Fails($"be {expected.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The text is one of these, whatever its case.</summary>
    public static IEnumerable<Finding> MustBeOneOf(this Field field, IReadOnlyList<string> allowed, bool whenAbsent = false) =>
        field.Holds(SameAsAny(field, allowed), whenAbsent) ? [] : field.Fails(allowed.Count == 1 ? $"be '{allowed[0]}'" : $"be one of {string.Join(", ", allowed.Select(one => $"'{one}'"))}");

    /// <summary>The flag does not have that value; absent is fine.</summary>
    public static IEnumerable<Finding> MustNotBe(this Field field, bool refused) =>
        field.Holds(field.AsBoolean != refused, whenAbsent: true) ? [] : field.Fails($"not be {Show(refused)}");

    /// <summary>The text is none of these, whatever its case; absent is fine.</summary>
    public static IEnumerable<Finding> MustNotBe(this Field field, params IReadOnlyList<string> refused) =>
        field.Holds(!SameAsAny(field, refused), whenAbsent: true) ? [] : field.Fails(refused.Count == 1 ? $"not be '{refused[0]}'" : $"not be one of {string.Join(", ", refused.Select(one => $"'{one}'"))}");

    /// <summary>The number is no less.</summary>
    public static IEnumerable<Finding> MustBeAtLeast(this Field field, double least, bool whenAbsent = false) =>
        field.Holds(field.AsNumber >= least, whenAbsent) ? [] : field.Fails($"be at least {least.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The number is no more.</summary>
    public static IEnumerable<Finding> MustBeAtMost(this Field field, double most, bool whenAbsent = false) =>
        field.Holds(field.AsNumber <= most, whenAbsent) ? [] : field.Fails($"be at most {most.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Something is there: a value that is not known counts, because it will be there; an empty text or list does not, nor a list of empty texts.</summary>
    public static IEnumerable<Finding> MustExist(this Field field) =>
        field.IsUnknown || (field.IsKnown && field.Kind switch { PropertyKind.Text => field.AsText!.Trim().Length > 0, PropertyKind.List => field.Items.Any(item => item.IsUnknown || item.AsText is not { Length: 0 }), _ => true })
            ? [] : [field.Violation("be set")];

    /// <summary>Nothing is there: an empty text, list or map counts as nothing.</summary>
    public static IEnumerable<Finding> MustBeAbsent(this Field field) =>
        field.IsUnknown ? [field.Undetermined("not be set")]
        : field.IsAbsent || (field.Kind == PropertyKind.Text && field.AsText!.Length == 0) || (field.Kind == PropertyKind.List && field.Value!.Items.Count == 0) || (field.Kind == PropertyKind.Map && field.Value!.Members.Count == 0)
            ? [] : [field.Violation("not be set")];

    /// <summary>The value satisfies the predicate, which sees only known values that are there.</summary>
    /// <param name="field">The place.</param>
    /// <param name="expectation">What must hold, after the word "must".</param>
    /// <param name="holds">Whether it does.</param>
    /// <param name="whenAbsent">Whether it holds where nothing is there.</param>
    public static IEnumerable<Finding> Must(this Field field, string expectation, Func<Field, bool> holds, bool whenAbsent = false) =>
        field.Holds(field.IsKnown && holds(field), whenAbsent) ? [] : field.Fails(expectation);

    /// <summary>The findings, unless the text is that one, whatever its case; where it is not known before deployment, neither is whether they hold.</summary>
    public static IEnumerable<Finding> UnlessIs(this Field condition, string exempt, Func<IEnumerable<Finding>> findings) =>
        condition.IsUnknown ? findings().Select(finding => finding is Violation ? condition.Undetermined($"be '{exempt}', or other places must be right") : finding)
        : Same(condition, exempt) ? [] : findings();

    /// <summary>Each item of the list satisfies the expectation.</summary>
    public static IEnumerable<Finding> EachMust(this Field field, Func<Field, IEnumerable<Finding>> check) =>
        field.IsUnknown ? [field.Undetermined("be known")] : field.Items.SelectMany(check);

    /// <summary>The violation that the place does not meet the expectation.</summary>
    public static Violation Violation(this Field field, string expectation)
    {
        var path = field.Path;
        return new(field.Resource.Urn, path, $"{Named(path)} must {expectation}, but is {Show(field)}");
    }

    /// <summary>The finding that it depends on a value which is not known before deployment.</summary>
    public static Undetermined Undetermined(this Field field, string expectation)
    {
        var path = field.Path;
        return new(field.Resource.Urn, path, $"{Named(path)} must {expectation}, which is not known before deployment");
    }

    /// <summary>A violation by the resource as a whole, in a full sentence.</summary>
    public static Violation Violation(this Resource resource, string message) => new(resource.Urn, "", message);

    /// <summary>What is there, for a message: never a secret, and never more than 80 characters.</summary>
    public static string Show(this Field field) => field.IsSecret ? "[secret]" : field.Kind switch
    {
        PropertyKind.Null => "absent",
        PropertyKind.Boolean => Show(field.Value!.Boolean),
        PropertyKind.Number => field.Value!.Number.ToString(CultureInfo.InvariantCulture),
        PropertyKind.Text => $"'{Clip(field.Value!.Text)}'",
        PropertyKind.List => field.Value!.Items.Count == 0 ? "an empty list" : Clip("[" + string.Join(", ", field.Items.Take(10).Select(Show)) + "]"),
        PropertyKind.Unknown => "not known before deployment",
        _ => field.Value!.Members.Count == 0 ? "an empty object" : "an object",
    };

    // Whether all is well: with what is known, or where nothing is there.
    private static bool Holds(this Field field, bool known, bool whenAbsent) => !field.IsUnknown && (field.IsAbsent ? whenAbsent : known);

    private static IEnumerable<Finding> Fails(this Field field, string expectation) => field.IsUnknown ? [field.Undetermined(expectation)] : [field.Violation(expectation)];

    private static string Named(string path) => path.Length == 0 ? "the resource" : path;

    private static string Show(bool value) => value ? "true" : "false";

    // Programs write versions such as 1.2 as numbers too, and flags as texts.
    private static bool Same(Field found, string expected) =>
        string.Equals(found.AsText?.Trim() ?? found.AsNumber?.ToString(CultureInfo.InvariantCulture) ?? found.AsBoolean?.ToString(), expected, StringComparison.OrdinalIgnoreCase);

    private static bool SameAsAny(Field found, IReadOnlyList<string> expected)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (Same(found, expected[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Clip(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= 80 ? line : string.Concat(line.AsSpan(0, 77), "...");
    }
}
