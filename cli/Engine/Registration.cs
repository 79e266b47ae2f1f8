using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What a program registers, or asks to read.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Name">The name in the program.</param>
/// <param name="Parent">URN of the parent; empty for none.</param>
/// <param name="IsCustom">Whether a provider manages it.</param>
/// <param name="Inputs">Its inputs.</param>
internal sealed record Registration(string Type, string Name, string Parent, bool IsCustom, PropertyValue Inputs)
{
    /// <summary>The provider, as URN and id; empty for the default one of the package.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The providers that its children take, by package; of components only.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new Dictionary<string, string>();

    /// <summary>The version of the package.</summary>
    public string Version { get; init; } = "";

    /// <summary>Where the plugin of the package comes from; empty for the usual place.</summary>
    public string PluginDownloadUrl { get; init; } = "";

    /// <summary>The package of the type.</summary>
    public string Package => this.Type.Split(':')[0];

    /// <summary>Whether it must not be deleted; null where the program does not say.</summary>
    public bool? Protect { get; init; }

    /// <summary>URNs that it depends on.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>URNs by the property whose value came from them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Paths whose change replaces the resource.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Paths whose change is not shown.</summary>
    public IReadOnlyList<string> HideDiffs { get; init; } = [];

    /// <summary>URNs whose replacement replaces the resource.</summary>
    public IReadOnlyList<string> ReplaceWith { get; init; } = [];

    /// <summary>Names that it had.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>Id of an existing resource to take over; empty for none.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>Whether the cloud keeps the resource when the stack drops it; null where the program does not say.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>A value whose change replaces the resource; null for none.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>URN of a resource whose deletion deletes this one; empty for none.</summary>
    public string DeletedWith { get; init; } = "";

    /// <summary>How long the provider may take.</summary>
    public ResourceTimeouts Timeouts { get; init; } = ResourceTimeouts.None;

    /// <summary>Where in the program it is written, as the state says it; null where it is not known.</summary>
    public string? SourcePosition { get; init; }

    /// <summary>How the program came there, as the state says it; null entries are frames outside of the project.</summary>
    public IReadOnlyList<string?> StackTrace { get; init; } = [];

    /// <summary>The options that policies see.</summary>
    public ResourceOptions Options { get; init; } = ResourceOptions.None;

    /// <summary>The registration with what it leaves to its parent.</summary>
    /// <param name="wanted">What the program wanted of the parent; null if there is none.</param>
    /// <param name="provider">The provider that serves the parent; null for components.</param>
    public Registration Inheriting(Registration? wanted, string? provider)
    {
        if (wanted is null)
        {
            return this;
        }

        var providers = this.Providers;
        if (!this.IsCustom && !wanted.IsCustom)
        {
            providers = wanted.Providers.Where(one => !this.Providers.ContainsKey(one.Key)).Concat(this.Providers).ToDictionary();
        }

        return this with
        {
            Providers = providers,
            Provider = this.Provider.Length > 0 || !this.IsCustom ? this.Provider
                : provider is not null && wanted.Package == this.Package ? provider
                : this.Providers.GetValueOrDefault(this.Package) ?? (wanted.IsCustom ? null : wanted.Providers.GetValueOrDefault(this.Package)) ?? "",
            Protect = this.Protect ?? wanted.Protect,
            RetainOnDelete = this.RetainOnDelete ?? wanted.RetainOnDelete,
            DeletedWith = this.DeletedWith.Length > 0 ? this.DeletedWith : wanted.DeletedWith,
        };
    }

    /// <summary>The resource as it goes into the state, but for what comes out of it.</summary>
    /// <param name="urn">Its URN.</param>
    /// <param name="provider">The provider that serves it; null for components and providers.</param>
    /// <param name="inputs">Its checked inputs.</param>
    public ResourceState ToState(string urn, ResourceState? provider, PropertyValue inputs) => new()
    {
        Urn = urn,
        Type = this.Type,
        Name = this.Name,
        IsCustom = this.IsCustom,
        Parent = this.Parent.Length > 0 ? this.Parent : null,
        Inputs = inputs,
        Dependencies = this.Dependencies,

        // A program that does not say which property came from where makes all of them depend on everything.
        PropertyDependencies = this.PropertyDependencies.Count > 0 ? this.PropertyDependencies : this.Inputs.Members.ToDictionary(member => member.Key, _ => this.Dependencies),
        Provider = provider is null ? null : this.Provider.Length > 0 ? this.Provider : $"{provider.Urn}::{provider.Id ?? Signatures.Unknown}",
        Options = this.Options with { Protect = this.Protect ?? false },
        ReplaceOnChanges = this.ReplaceOnChanges,
        HideDiffs = this.HideDiffs,
        ReplaceWith = this.ReplaceWith,
        Timeouts = this.Timeouts,
        ImportId = this.ImportId.Length > 0 ? this.ImportId : null,
        RetainOnDelete = this.RetainOnDelete ?? false,
        ReplacementTrigger = this.ReplacementTrigger,
        DeletedWith = this.DeletedWith.Length > 0 ? this.DeletedWith : null,
        SourcePosition = this.SourcePosition,
        StackTrace = this.StackTrace,
    };
}
