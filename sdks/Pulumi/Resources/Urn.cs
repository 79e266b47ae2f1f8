namespace Pulumi;

/// <summary>A uniform resource name: <c>urn:pulumi:stack::project::parentType$type::name</c>.</summary>
/// <param name="value">The whole text.</param>
public readonly struct Urn(string value) : IEquatable<Urn>
{
    private readonly string value = value;

    /// <summary>The URN of a resource with these parts; project and stack are those of the run unless given.</summary>
    public static Output<string> Create(Input<string> name, Input<string> type, Resource? parent = null, Input<string>? parentUrn = null, Input<string>? project = null, Input<string>? stack = null)
    {
        var deployment = Deployment.InternalInstance;
        var place = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = place is not null
            ? place.Apply(urn => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)] + "$")
            : Output.Tuple(stack?.ToOutput() ?? Output.Create(deployment.StackName), project?.ToOutput() ?? Output.Create(deployment.ProjectName)).Apply(both => $"urn:pulumi:{both.Item1}::{both.Item2}::");
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <inheritdoc/>
    public bool Equals(Urn other) => this.value == other.value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Urn other && this.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(this.value ?? "");

    /// <inheritdoc/>
    public override string ToString() => this.value;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The whole text.</summary>
    public static implicit operator string(Urn value) => value.value;
}
