using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>A resource as the engine knows it; what a state holds of it.</summary>
internal sealed record ResourceState
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    public required bool IsCustom { get; init; }

    /// <summary>Whether it was replaced and only waits for its deletion.</summary>
    public bool Delete { get; init; }

    public string? Parent { get; init; }

    /// <summary>The id; null while it is unknown, and for components.</summary>
    public string? Id { get; init; }

    public required PropertyValue Inputs { get; init; }

    public PropertyValue Outputs { get; init; } = EngineValues.Empty;

    public IReadOnlyList<string> Dependencies { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>URN and id of the provider.</summary>
    public string? Provider { get; init; }

    public bool External { get; init; }

    public ResourceOptions Options { get; init; } = ResourceOptions.None;

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    public IReadOnlyList<string> HideDiffs { get; init; } = [];

    public IReadOnlyList<string> ReplaceWith { get; init; } = [];

    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>Whether somebody marked it to be replaced in the next update.</summary>
    public bool Taint { get; init; }

    /// <summary>Whether it was deleted already, to be made anew.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>What went wrong after it was made; the next update goes on from there.</summary>
    public IReadOnlyList<string> InitErrors { get; init; } = [];

    public ResourceTimeouts Timeouts { get; init; } = ResourceTimeouts.None;

    public string? ImportId { get; init; }

    public bool RetainOnDelete { get; init; }

    public string? DeletedWith { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public string? SourcePosition { get; init; }

    public IReadOnlyList<string?> StackTrace { get; init; } = [];

    /// <summary>The resource as policies and proofs see it. Where nothing was computed, as behind a provider whose configuration is not known yet, the inputs are what is planned.</summary>
    /// <param name="provider">The provider that serves it; null for components, and where nobody asks for it.</param>
    /// <param name="properties">Its properties; null for its outputs.</param>
    public Resource ToResource(ResourceState? provider = null, PropertyValue? properties = null) => new()
    {
        Type = this.Type,
        Name = this.Name,
        Urn = this.Urn,
        Properties = EngineValues.Flatten(properties ?? (this.Outputs.Members.Count > 0 ? this.Outputs : this.Inputs)),
        Id = this.Id,
        Parent = this.Parent,
        Dependencies = this.Dependencies,
        PropertyDependencies = this.PropertyDependencies,
        Options = this.Options,
        Provider = provider is null ? null : new Resource { Type = provider.Type, Name = provider.Name, Urn = provider.Urn, Properties = EngineValues.WithoutInternals(provider.Inputs) },
    };

    /// <summary>Whether it is protected from deletion.</summary>
    public bool Protect => this.Options.Protect;

    /// <summary>Whether it is a provider.</summary>
    public bool IsProvider => this.Type.StartsWith(ProviderChoice.TypePrefix, StringComparison.Ordinal);
}
