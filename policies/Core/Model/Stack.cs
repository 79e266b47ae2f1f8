namespace LlmOpsSecure.Policies.Model;

/// <summary>All resources of a stack: the graph that stack-wide policies and proofs judge.</summary>
public sealed class Stack
{
    private readonly Dictionary<string, Resource> byUrn = new(StringComparer.Ordinal);
    private readonly ILookup<string, Resource> byType;

    /// <summary>Makes a stack of resources; where a URN comes twice the last one counts for <see cref="Find"/>.</summary>
    public Stack(IReadOnlyList<Resource> resources)
    {
        this.Resources = resources;
        foreach (var resource in resources)
        {
            this.byUrn[resource.Urn] = resource;
        }

        this.byType = resources.ToLookup(resource => resource.Type, StringComparer.Ordinal);
    }

    /// <summary>Name of the stack; empty where the source does not tell.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of the project; empty where the source does not tell.</summary>
    public string Project { get; init; } = "";

    /// <summary>Whether values may still be unknown because nothing has been deployed yet.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The resources in the order of their creation.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The resource of that URN; null if the stack has none.</summary>
    public Resource? Find(string urn) => this.byUrn.GetValueOrDefault(urn);

    /// <summary>The resources of any of these types, in the order of creation within a type.</summary>
    public IEnumerable<Resource> OfType(params IEnumerable<string> types) => types.SelectMany(type => this.byType[type]);
}
