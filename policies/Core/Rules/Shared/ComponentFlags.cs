using System.Globalization;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>The flags of one component of Kubernetes: <c>--a=b</c>, <c>--a b</c> and <c>--a</c>, with underscores or dashes, in a shell or not. The last one counts.</summary>
internal sealed class ComponentFlags
{
    private readonly Dictionary<string, (string? Value, Field Place)> flags = new(StringComparer.Ordinal);
    private readonly Field container;
    private bool unknown;

    private ComponentFlags(Field container) => this.container = container;

    /// <summary>The flags of a program among the words of a container's command line; null if the container does not run it.</summary>
    public static ComponentFlags? Of(Container container, List<CommandWord> words, string program)
    {
        var start = words.FindIndex(word => Components.NameOf(word) == program);
        return start < 0 && container.Name != program ? null : new ComponentFlags(container.Field).Read(words[(start + 1)..]);
    }

    /// <summary>The flag has that value.</summary>
    public IEnumerable<Finding> MustBe(string flag, string expected, bool whenAbsent = false) => this.Must(flag, $"be {expected}", value => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase), whenAbsent);

    /// <summary>The flag does not have that value; absent is fine.</summary>
    public IEnumerable<Finding> MustNotBe(string flag, string refused) => this.Must(flag, $"not be {refused}", value => !string.Equals(value, refused, StringComparison.OrdinalIgnoreCase), whenAbsent: true);

    /// <summary>The flag is there.</summary>
    public IEnumerable<Finding> MustBeSet(params IEnumerable<string> flags) => flags.SelectMany(flag => this.Must(flag, "be set", value => value.Length > 0, whenAbsent: false)).Take(1);

    /// <summary>The flag is not there.</summary>
    public IEnumerable<Finding> MustBeAbsent(string flag) => this.Must(flag, "not be set", _ => false, whenAbsent: true);

    /// <summary>The flag is a number of that size.</summary>
    public IEnumerable<Finding> MustBeAtLeast(string flag, int least) => this.Must(flag, $"be at least {least}", value => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least, whenAbsent: false);

    /// <summary>The flag's list holds that item.</summary>
    public IEnumerable<Finding> MustName(string flag, string item) => this.Must(flag, $"name {item}", value => Items(value).Contains(item), whenAbsent: false);

    /// <summary>The flag's list does not hold that item; absent is fine.</summary>
    public IEnumerable<Finding> MustNotName(string flag, string item) => this.Must(flag, $"not name {item}", value => !Items(value).Contains(item), whenAbsent: true);

    /// <summary>The flag's value satisfies the predicate.</summary>
    public IEnumerable<Finding> Must(string flag, string expectation, Func<string, bool> holds, bool whenAbsent)
    {
        if (!this.flags.TryGetValue(flag, out var found))
        {
            return whenAbsent ? [] : this.unknown ? [this.container.Undetermined($"set --{flag}, which must {expectation}")]
                : [new Violation(this.container.Resource.Urn, this.container.Path, $"--{flag} in {this.container.Path} must {expectation}, but is absent")];
        }

        return found.Value is null ? [found.Place.Undetermined($"have --{flag}, which must {expectation}")]
            : holds(found.Value) ? [] : [new Violation(found.Place.Resource.Urn, found.Place.Path, $"--{flag} in {found.Place.Path} must {expectation}, but is {(found.Place.IsSecret ? "[secret]" : $"'{found.Value}'")}")];
    }

    private static HashSet<string> Items(string value) => [.. value.Split(',', StringSplitOptions.TrimEntries)];

    private ComponentFlags Read(List<CommandWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            this.unknown |= words[at].Text is null;
            if (words[at].Text is not { } text || !text.StartsWith('-'))
            {
                continue;
            }

            var cut = text.IndexOf('=', StringComparison.Ordinal);
            var name = (cut < 0 ? text : text[..cut]).TrimStart('-').Replace('_', '-');
            var follows = cut < 0 && at + 1 < words.Count && words[at + 1].Text?.StartsWith('-') != true;
            this.flags[name] = (cut >= 0 ? text[(cut + 1)..].Trim('"', '\'') : follows ? words[at + 1].Text : "true", words[at].Place);
        }

        return this;
    }
}
