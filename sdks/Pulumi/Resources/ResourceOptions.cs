namespace Pulumi;

/// <summary>Options that every resource takes.</summary>
public abstract class ResourceOptions
{
    /// <summary>Nothing is set.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>Other names, types or parents that the resource had before, so that the engine recognises it.</summary>
    public List<Input<Alias>> Aliases { get; set; } = [];

    /// <summary>How long operations may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>The resource whose deletion deletes this one too, so that it need not be deleted by itself.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources that must exist before this one.</summary>
    public InputList<Resource> DependsOn { get; set; } = [];

    /// <summary>Property paths that diffs do not show.</summary>
    public List<string> HideDiffs { get; set; } = [];

    /// <summary>The id of an existing resource to read instead of making one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>Property paths whose changes are ignored.</summary>
    public List<string> IgnoreChanges { get; set; } = [];

    /// <summary>The parent; the stack if null.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Where the provider's plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether the resource is protected from deletion; inherited from the parent if null.</summary>
    public bool? Protect { get; set; }

    /// <summary>The provider; inherited from the parent, or the default one, if null.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Property paths whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges { get; set; } = [];

    /// <summary>Resources whose replacement replaces this one.</summary>
    public InputList<Resource> ReplaceWith { get; set; } = [];

    /// <summary>Transformations of this resource and its children, before they are registered.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    /// <summary>Whether the resource stays when it is removed from the program.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The URN of a resource of this stack to take the state of.</summary>
    public string? Urn { get; set; }

    /// <summary>The version of the provider's package.</summary>
    public string? Version { get; set; }

    internal abstract ResourceOptions Clone();

    private protected void MergeFrom(ResourceOptions other)
    {
        this.Aliases = [.. this.Aliases, .. other.Aliases];
        this.CustomTimeouts = other.CustomTimeouts ?? this.CustomTimeouts;
        this.DeletedWith = other.DeletedWith ?? this.DeletedWith;
        this.DependsOn = this.DependsOn.Concat(other.DependsOn);
        this.HideDiffs = [.. this.HideDiffs, .. other.HideDiffs];
        this.Id = other.Id ?? this.Id;
        this.IgnoreChanges = [.. this.IgnoreChanges, .. other.IgnoreChanges];
        this.Parent = other.Parent ?? this.Parent;
        this.PluginDownloadURL = other.PluginDownloadURL ?? this.PluginDownloadURL;
        this.Protect = other.Protect ?? this.Protect;
        this.Provider = other.Provider ?? this.Provider;
        this.ReplacementTrigger = other.ReplacementTrigger ?? this.ReplacementTrigger;
        this.ReplaceOnChanges = [.. this.ReplaceOnChanges, .. other.ReplaceOnChanges];
        this.ReplaceWith = this.ReplaceWith.Concat(other.ReplaceWith);
        this.ResourceTransformations = [.. this.ResourceTransformations, .. other.ResourceTransformations];
        this.RetainOnDelete = other.RetainOnDelete ?? this.RetainOnDelete;
        this.Urn = other.Urn ?? this.Urn;
        this.Version = other.Version ?? this.Version;
    }
}

/// <summary>Options of a custom resource.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>Outputs that are secret on top of the provider's own.</summary>
    public List<string> AdditionalSecretOutputs { get; set; } = [];

    /// <summary>Whether a replacement deletes the old resource first.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Environment variables that a provider sees under other names.</summary>
    public Dictionary<string, string> EnvVarMappings { get; set; } = [];

    /// <summary>The id of an existing resource to import.</summary>
    public string? ImportId { get; set; }

    /// <summary>Options of both: single ones of the second win, lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<CustomResourceOptions>())
        {
            merged.MergeFrom(options);
            merged.AdditionalSecretOutputs = [.. merged.AdditionalSecretOutputs, .. options.AdditionalSecretOutputs];
            merged.DeleteBeforeReplace = options.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.EnvVarMappings = merged.EnvVarMappings.Concat(options.EnvVarMappings).GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Last().Value);
            merged.ImportId = options.ImportId ?? merged.ImportId;
        }

        return merged;
    }

    internal override ResourceOptions Clone() => Merge(null, this);
}

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>Providers for the children, one for each package.</summary>
    public List<ProviderResource> Providers { get; set; } = [];

    /// <summary>Options of both: single ones of the second win, lists are joined, of two providers for a package the second wins.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<ComponentResourceOptions>())
        {
            merged.MergeFrom(options);
            merged.Providers = [.. merged.Providers.Concat(options.Providers).GroupBy(provider => provider.Package).Select(group => group.Last())];
        }

        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = new ComponentResourceOptions();
        copy.MergeFrom(this);
        copy.Providers = [.. this.Providers];
        return copy;
    }
}

/// <summary>How long operations on a resource may take.</summary>
public sealed class CustomTimeouts
{
    /// <summary>Creation.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>Deletion.</summary>
    public TimeSpan? Delete { get; set; }

    /// <summary>Updates.</summary>
    public TimeSpan? Update { get; set; }
}

/// <summary>What a resource was called before: its whole URN, or the parts of it that differ.</summary>
public sealed class Alias
{
    /// <summary>The former name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>Whether the resource had no parent.</summary>
    public bool NoParent { get; set; }

    /// <summary>The former parent.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The URN of the former parent.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>The former project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The former stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The former type token.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The whole former URN; excludes all others.</summary>
    public string? Urn { get; set; }
}

/// <summary>Options of the stack itself.</summary>
public class StackOptions
{
    /// <summary>Transformations of every resource.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}

/// <summary>Changes a resource's arguments and options before it is registered; null changes nothing.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>What a transformation is given.</summary>
/// <param name="resource">The resource.</param>
/// <param name="args">Its arguments.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    /// <summary>Its arguments.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;

    /// <summary>The resource.</summary>
    public Resource Resource { get; } = resource;
}

/// <summary>What a transformation answers.</summary>
/// <param name="args">The arguments to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The arguments to use.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; } = options;
}

/// <summary>Options of an invoke.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider is used.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Where the provider's plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>The provider.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider's package.</summary>
    public string? Version { get; set; }
}

/// <summary>Options of an invoke whose result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>Resources that must exist before the call.</summary>
    public InputList<Resource> DependsOn { get; set; } = [];
}

/// <summary>Options of a method call.</summary>
public class CallOptions
{
    /// <summary>The resource whose provider is used.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Where the provider's plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>The provider.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider's package.</summary>
    public string? Version { get; set; }
}
