using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What happens to a resource.</summary>
internal enum Operation
{
    Same,
    Create,
    Update,
    Replace,
    Delete,
    Read,
}

/// <summary>A resource as the engine knows it.</summary>
internal sealed record ResourceState
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    public required bool IsCustom { get; init; }

    public string? Parent { get; init; }

    public string? Id { get; init; }

    public required PropertyValue Inputs { get; init; }

    public PropertyValue Outputs { get; set; } = PropertyValue.MapOf([]);

    public IReadOnlyList<string> Dependencies { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public string? Provider { get; init; }

    public bool Protect { get; init; }

    public bool External { get; init; }

    public ResourceOptions Options { get; init; } = ResourceOptions.None;
}

/// <summary>One step of an operation.</summary>
/// <param name="Op">What happens.</param>
/// <param name="State">The resource: as it will be, or as it was if it is deleted.</param>
/// <param name="Changes">Paths of the properties that change.</param>
/// <param name="Replaces">Paths of the properties that force a replacement.</param>
internal sealed record Step(Operation Op, ResourceState State, IReadOnlyList<string> Changes, IReadOnlyList<string> Replaces);
