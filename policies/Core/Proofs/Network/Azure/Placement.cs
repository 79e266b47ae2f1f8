using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>What pods ask of the nodes that they run on, read once. Equal for pods that ask the same.</summary>
internal sealed class Placement(Field pod) : IEquatable<Placement>
{
    private readonly bool toleratesUnknown = pod["tolerations"].IsUnknown;
    private readonly List<Toleration> tolerations = [.. pod["tolerations"].Items.Select(one => new Toleration(one.IsUnknown, Text(one["key"]), one["operator"].AsText == "Exists", Text(one["value"]), Text(one["effect"])))];

    // A part that is not known is null, one that is absent is empty.
    private sealed record Toleration(bool IsUnknown, string? Key, bool IsExists, string? Value, string? Effect);

    /// <summary>The node selector; a value that is not known is null.</summary>
    public List<(string Name, string? Value)> Selector { get; } = [.. pod["nodeSelector"].Members.Select(wanted => (wanted.Name, wanted.Field.IsUnknown ? null : LabelSelector.TextOf(wanted.Field)))];

    /// <summary>Whether the pods tolerate a taint, written <c>key=value:effect</c>, or may.</summary>
    public bool Tolerates(string taint)
    {
        var (left, effect) = (taint[..Math.Max(0, taint.LastIndexOf(':'))], taint[(taint.LastIndexOf(':') + 1)..]);
        var (key, value) = (left.Split('=')[0], left.Contains('=', StringComparison.Ordinal) ? left[(left.IndexOf('=', StringComparison.Ordinal) + 1)..] : "");
        return this.toleratesUnknown || this.tolerations.Exists(one => one.IsUnknown
            || ((one.Effect is null or "" || one.Effect == effect) && (one.Key is null || one.Key == key || (one.IsExists && one.Key.Length == 0)) && (one.IsExists || one.Value is null || one.Value == value)));
    }

    public bool Equals(Placement? other) =>
        other is not null && other.toleratesUnknown == this.toleratesUnknown && other.tolerations.SequenceEqual(this.tolerations) && other.Selector.SequenceEqual(this.Selector);

    public override bool Equals(object? obj) => this.Equals(obj as Placement);

    public override int GetHashCode() => this.Selector.Aggregate(this.tolerations.Aggregate(this.toleratesUnknown.GetHashCode(), HashCode.Combine), HashCode.Combine);

    private static string? Text(Field field) => field.IsUnknown ? null : field.AsText ?? "";
}
