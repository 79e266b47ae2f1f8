namespace LlmOpsSecure.Policies.Proofs.Sets;

/// <summary>
/// A set of connections of which some are certain and some depend on values that are not known before deployment. <see cref="Allowed"/> is always within <see cref="Possible"/>; a
/// connection outside <see cref="Possible"/> is denied whatever the unknown values turn out to be.
/// </summary>
/// <param name="Allowed">The connections that are certainly in the set.</param>
/// <param name="Possible">The connections that may be in the set.</param>
public readonly record struct Reach(ConnectionSet Allowed, ConnectionSet Possible)
{
    /// <summary>Certainly nothing.</summary>
    public static Reach None { get; } = new(ConnectionSet.None, ConnectionSet.None);

    /// <summary>Certainly everything.</summary>
    public static Reach All { get; } = new(ConnectionSet.All, ConnectionSet.All);

    /// <summary>Nothing is known.</summary>
    public static Reach Open { get; } = new(ConnectionSet.None, ConnectionSet.All);

    /// <summary>Whether the answer depends on a value that is not known.</summary>
    public bool IsUnknown => !ReferenceEquals(this.Allowed, this.Possible) && this.Allowed != this.Possible;

    /// <summary>Whether nothing is possible.</summary>
    public bool IsDenied => this.Possible.IsEmpty;

    /// <summary>A set that is fully known.</summary>
    public static Reach Of(ConnectionSet connections) => new(connections, connections);

    /// <summary>What is in either set.</summary>
    public Reach Union(Reach other) => new(this.Allowed.Union(other.Allowed), this.Possible.Union(other.Possible));

    /// <summary>What is in both sets.</summary>
    public Reach Intersect(Reach other) => new(this.Allowed.Intersect(other.Allowed), this.Possible.Intersect(other.Possible));

    /// <summary>What is in this set and not in the other.</summary>
    public Reach Except(Reach other) => new(this.Allowed.Except(other.Possible), this.Possible.Except(other.Allowed));

    /// <summary>What is left to decide after a rule allows the other set: where the rule only may match, one after it that allows too makes the answer certain.</summary>
    public Reach AfterAllowing(Reach other) => new(this.Allowed.Except(other.Allowed), this.Possible.Except(other.Allowed));

    /// <summary>The set, kept only if the condition holds: nothing if it does not, merely possible if that is not known.</summary>
    public Reach When(Truth condition) => condition switch { Truth.Yes => this, Truth.No => None, _ => new(ConnectionSet.None, this.Possible) };

    /// <summary>The set as text, with what is not known apart: <c>TCP 443; not known before deployment: UDP 53</c>.</summary>
    public string ToText() => !this.IsUnknown ? this.Allowed.ToString()
        : $"{this.Allowed}{(this.Allowed.IsEmpty ? " for certain" : "")}; not known before deployment: {this.Possible.Except(this.Allowed)}";
}
