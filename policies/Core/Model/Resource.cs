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

    /// <summary>All properties as one field with an empty path.</summary>
    public Field Root => new(this, "", this.Properties);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> EmptyPropertyDependencies = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
