using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something that the engine manages: a cloud resource, a component, a provider or the stack.</summary>
public class Resource
{
    private readonly string name;
    private readonly string type;
    private readonly bool? protect;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote = false, bool dependency = false, RegisterPackageRequest? package = null)
    {
        this.type = type;
        this.name = name;
        this.IsRemote = remote;
        this.IsDependency = dependency;
        if (dependency)
        {
            return;
        }

        if (string.IsNullOrEmpty(type))
        {
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        }

        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        }

        var deployment = Deployment.InternalInstance;
        var root = type == Stack.RootType || options.Urn is not null ? null : deployment.Stack;
        this.Transformations = [.. options.ResourceTransformations, .. (options.Parent ?? root)?.Transformations ?? []];
        (args, options) = this.Transform(args, options);
        options = options.Clone();
        if (options is ComponentResourceOptions { Provider: not null, Providers.Count: > 0 })
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        options.Parent ??= root;
        (this.Parent, this.Aliases) = (options.Parent, [.. options.Aliases]);
        deployment.CheckAliases(this.Aliases);

        if (options.Parent is { } parent)
        {
            parent.AddChild(this);
            options.Protect ??= parent.protect;
            this.Providers = parent.Providers;
        }

        this.protect = options.Protect;
        this.InheritProviders(custom, options);
        deployment.ReadOrRegister(this, remote, args, options, package);
    }

    /// <summary>The URN, once the engine has given it.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal bool IsRemote { get; }

    /// <summary>Whether this only stands for a resource that was registered elsewhere.</summary>
    internal bool IsDependency { get; }

    internal Resource? Parent { get; }

    internal ImmutableArray<Input<Alias>> Aliases { get; } = [];

    internal ImmutableArray<ResourceTransformation> Transformations { get; private set; } = [];

    internal ImmutableDictionary<string, ProviderResource> Providers { get; private set; } = ImmutableDictionary<string, ProviderResource>.Empty;

    internal IReadOnlyCollection<Resource> Children
    {
        get
        {
            lock (this.children)
            {
                return [.. this.children];
            }
        }
    }

    private readonly List<Resource> children = [];

    /// <summary>The name in the program.</summary>
    public string GetResourceName() => this.name;

    /// <summary>The type token.</summary>
    public string GetResourceType() => this.type;

    internal ProviderResource? ProviderFor(string token) => token.Split(':') is { Length: 3 } parts ? this.Providers.GetValueOrDefault(parts[0]) : null;

    private void AddChild(Resource child)
    {
        lock (this.children)
        {
            this.children.Add(child);
        }
    }

    // The resource's own transformations first, then those of its ancestors, each on the result of the one before.
    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in this.Transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } changed)
            {
                continue;
            }

            if (changed.Options.Parent != options.Parent)
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            (args, options) = (changed.Args, changed.Options);
        }

        return (args, options);
    }

    private void InheritProviders(bool custom, ResourceOptions options)
    {
        if (custom)
        {
            if (options.Provider is null)
            {
                options.Provider = options.Parent?.ProviderFor(this.type);
            }
            else if (this.type.Split(':') is { Length: 3 } parts)
            {
                this.Providers = this.Providers.SetItem(parts[0], options.Provider);
            }

            return;
        }

        var given = ((ComponentResourceOptions)options).Providers;
        if (options.Provider is not null)
        {
            given = [options.Provider];
        }

        this.Providers = this.Providers.SetItems(given.Select(provider => KeyValuePair.Create(provider.Package, provider)));
    }
}
