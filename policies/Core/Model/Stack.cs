using System.Collections.Concurrent;

namespace LlmOpsSecure.Policies.Model;

/// <summary>All resources of a stack: the graph that stack-wide policies and proofs judge.</summary>
public sealed class Stack
{
    private readonly Dictionary<string, Resource> byUrn = new(StringComparer.Ordinal);
    private readonly ILookup<string, Resource> byType;
    private readonly ConcurrentDictionary<Type, object> memory = [];
    private readonly ConcurrentDictionary<(string Type, string Property), ReferenceIndex> references = [];
    private IReadOnlyList<PodSpec>? pods;

    /// <summary>Makes a stack of resources; where a URN comes twice the last one counts for <see cref="Find"/>.</summary>
    public Stack(IReadOnlyList<Resource> resources)
    {
        this.Resources = resources;
        foreach (var resource in resources)
        {
            this.byUrn[resource.Urn] = resource;
        }

        this.byType = resources.SelectMany(resource => resource.Expand()).ToLookup(resource => TypeToken.Canonical(resource.Type), StringComparer.Ordinal);
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

    /// <summary>The resources of any of these types, whatever their API version or spelling and also those in list kinds, in the order of creation within a type.</summary>
    public IEnumerable<Resource> OfType(params IEnumerable<string> types) => types.Select(TypeToken.Canonical).Distinct(StringComparer.Ordinal).SelectMany(type => this.byType[type]);

    /// <summary>The pods that the resources make, in the order of creation.</summary>
    public IReadOnlyList<PodSpec> Pods => this.pods ??= [.. this.byType.Where(group => PodSpec.IsWorkload(group.Key)).SelectMany(group => group).SelectMany(PodSpec.Of)];

    /// <summary>The resources of a type by what a property of theirs refers to: so a policy finds those that belong to a resource without going over all of them.</summary>
    internal ReferenceIndex References(string type, string property) => this.references.GetOrAdd((type, property), key => new(this.OfType(key.Type), key.Property));

    /// <summary>What is read from the whole stack once, however many policies need it.</summary>
    internal T Once<T>(Func<Stack, T> read)
        where T : class => (T)this.memory.GetOrAdd(typeof(T), _ => read(this));
}
