using LlmOpsSecure.Policies.Adapters;

namespace LlmOpsSecure.Policies.Model;

/// <summary>One resource of a stack, as a policy sees it.</summary>
public sealed class Resource
{
    /// <summary>The type token, such as <c>azure:keyvault/keyVault:KeyVault</c> or <c>kubernetes:core/v1:Pod</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The name in the program.</summary>
    public required string Name { get; init; }

    /// <summary>The URN, which is unique in a stack.</summary>
    public required string Urn { get; init; }

    /// <summary>The properties: always a map. Checked inputs when a resource is judged alone, outputs when a stack is judged.</summary>
    public required PropertyValue Properties { get; init; }

    /// <summary>The id that the provider gave; null while it is unknown, and for components.</summary>
    public string? Id { get; init; }

    /// <summary>URN of the parent; null for the stack itself.</summary>
    public string? Parent { get; init; }

    /// <summary>URNs of the resources that this one depends on.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>URNs by the name of the property whose value came from them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } = EmptyPropertyDependencies;

    /// <summary>The options that the program gave.</summary>
    public ResourceOptions Options { get; init; } = ResourceOptions.None;

    /// <summary>The provider that serves the resource; null for components and where it is not known.</summary>
    public Resource? Provider { get; init; }

    /// <summary>Where the resource is written; null where the source does not tell.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>The value at a path such as <c>networkProfile.outboundType</c>; a place that does not exist is absent, never an error.</summary>
    public Field this[string path] => this.Root[path];

    /// <summary>All properties as one field; its path is empty, or that of the item that this resource is in a list kind.</summary>
    public Field Root => new(this, this.place, this.Properties);

    private Place place = Place.Root;

    /// <summary>The resource with other properties.</summary>
    public Resource With(PropertyValue properties) => this.Derive(this.Type, properties, this.place);

    /// <summary>The same resource with nothing of its properties read yet: whoever lets go of it lets go of what was read.</summary>
    public Resource Unread() => this.With(this.Properties.Unread);

    /// <summary>
    /// The resource itself, or each of the objects in it where it is a Kubernetes list kind such as <c>kubernetes:core/v1:PodList</c>. A resource of <c>azure-native</c> comes also as <c>azure</c> has it, one of <c>azure</c> with its former names read.
    /// </summary>
    public IEnumerable<Resource> Expand()
    {
        if (this.Type.StartsWith("azure-native", StringComparison.Ordinal))
        {
            return AzureNative.Views(this).Prepend(this);
        }

        if (this.Type.StartsWith("azure:", StringComparison.Ordinal))
        {
            return [FormerNames.Read(this)];
        }

        if (!this.Type.EndsWith("List", StringComparison.Ordinal) || !this.Type.StartsWith("kubernetes:", StringComparison.Ordinal))
        {
            return [this];
        }

        return this["items"].Items.Select(item =>
        {
            var kind = item["kind"].AsText ?? this.Type[(this.Type.LastIndexOf(':') + 1)..^"List".Length];
            var version = item["apiVersion"].AsText ?? this.Type["kubernetes:".Length..this.Type.LastIndexOf(':')];
            return this.Derive($"kubernetes:{(version == "v1" ? "core/v1" : version)}:{kind}", item.Value ?? PropertyValue.Null, item.Place);
        });
    }

    /// <summary>The resource as another type has it.</summary>
    internal Resource As(string type, PropertyValue properties, IReadOnlyDictionary<string, IReadOnlyList<string>> dependencies) => this.Derive(type, properties, this.place, dependencies);

    private Resource Derive(string type, PropertyValue properties, Place place, IReadOnlyDictionary<string, IReadOnlyList<string>>? dependencies = null) => new()
    {
        Type = type,
        Name = this.Name,
        Urn = this.Urn,
        Properties = properties,
        Id = this.Id,
        Parent = this.Parent,
        Dependencies = this.Dependencies,
        PropertyDependencies = dependencies ?? this.PropertyDependencies,
        Options = this.Options,
        Provider = this.Provider,
        Source = this.Source,
        place = place,
    };

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> EmptyPropertyDependencies = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
