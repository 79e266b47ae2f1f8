using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>A Kubernetes label selector: all of its requirements must hold. Without requirements it selects everything.</summary>
internal sealed class LabelSelector
{
    private readonly List<Requirement> requirements = [];
    private readonly bool unknown;

    private LabelSelector(bool unknown) => this.unknown = unknown;

    /// <summary>Selects everything.</summary>
    public static LabelSelector Everything { get; } = new(unknown: false);

    /// <summary>Reads <c>matchLabels</c> and <c>matchExpressions</c>. Where a part is not known, the selector answers <see cref="Truth.Maybe"/> unless a known part fails.</summary>
    /// <param name="selector">The selector object.</param>
    /// <param name="key">Turns a key as written into the label key it means; the key itself by default.</param>
    public static LabelSelector From(Field selector, Func<string, string>? key = null)
    {
        key ??= static name => name;
        var expressions = selector.Member("matchExpressions");
        var read = FromLabels(selector.Member("matchLabels"), key, selector.IsUnknown || expressions.IsUnknown);
        foreach (var expression in expressions.Items)
        {
            var values = expression.Member("values");
            var known = !values.IsUnknown && values.Items.All(value => !value.IsUnknown);
            if (expression.Member("key").AsText is not { } name || expression.Member("operator").AsText is not { } operation)
            {
                read.requirements.Add(new("", "?", null));
                continue;
            }

            read.requirements.Add(new(key(name), operation, known ? [.. values.Items.Select(TextOf)] : null));
        }

        return read;
    }

    /// <summary>Reads the plain labels by which a Service selects.</summary>
    public static LabelSelector FromLabels(Field labels) => FromLabels(labels, static name => name, unknown: false);

    private static LabelSelector FromLabels(Field labels, Func<string, string> key, bool unknown)
    {
        var read = new LabelSelector(unknown || labels.IsUnknown);
        read.requirements.AddRange(labels.Members.Select(label => new Requirement(key(label.Name), "In", label.Field.IsUnknown ? null : [TextOf(label.Field)])));
        return read;
    }

    /// <summary>Whether any labels satisfy it.</summary>
    public bool IsEverything => !this.unknown && this.requirements.Count == 0;

    /// <summary>Whether the labels satisfy every requirement.</summary>
    public Truth Matches(IReadOnlyDictionary<string, string?> labels)
    {
        var all = this.unknown ? Truth.Maybe : Truth.Yes;
        foreach (var requirement in this.requirements)
        {
            var one = requirement.Matches(labels);
            if (one == Truth.No)
            {
                return Truth.No;
            }

            all = one < all ? one : all;
        }

        return all;
    }

    /// <summary>The requirements in a canonical text: equal texts select the same.</summary>
    public override string ToString() => (this.unknown ? "?" : "") + string.Join('&', this.requirements.Select(one => one.ToString()).Order(StringComparer.Ordinal));

    internal static string TextOf(Field value) => value.AsText ?? value.Kind switch
    {
        PropertyKind.Boolean => value.Value!.Boolean ? "true" : "false",
        PropertyKind.Number => value.Value!.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };

    private sealed record Requirement(string Key, string Operator, IReadOnlyList<string>? Values)
    {
        public Truth Matches(IReadOnlyDictionary<string, string?> labels)
        {
            var present = labels.TryGetValue(this.Key, out var value);
            return this.Operator switch
            {
                "Exists" => present ? Truth.Yes : Truth.No,
                "DoesNotExist" => present ? Truth.No : Truth.Yes,
                "In" => present ? this.Has(value) : Truth.No,
                "NotIn" => present ? Truth.Yes - (int)this.Has(value) : Truth.Yes,
                _ => Truth.Maybe,
            };
        }

        private Truth Has(string? value) => value is null || this.Values is null ? Truth.Maybe : this.Values.Contains(value, StringComparer.Ordinal) ? Truth.Yes : Truth.No;

        public override string ToString() => $"{this.Key} {this.Operator} {(this.Values is null ? "?" : string.Join('|', this.Values.Order(StringComparer.Ordinal)))}";
    }
}
