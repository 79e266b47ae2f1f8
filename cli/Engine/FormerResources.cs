namespace LlmOpsSecure.Cli.Engine;

/// <summary>What the state held before the run. Each of its resources is taken once, by its own name or by a former one.</summary>
internal sealed class FormerResources(StateDocument? state)
{
    private readonly Dictionary<string, ResourceState> resources = (state?.Resources ?? []).Where(resource => !resource.Delete).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
    private readonly Dictionary<string, string> takers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> formerUrns = new(StringComparer.Ordinal);
    private readonly List<ResourceState> relinquished = [];

    /// <summary>All that were wanted, by URN.</summary>
    public IReadOnlyDictionary<string, ResourceState> All => this.resources;

    /// <summary>The URN under which the state knew a resource that the program calls otherwise now; null if it is the same.</summary>
    public string? FormerUrn(string urn) => this.formerUrns.GetValueOrDefault(urn);

    /// <summary>Takes what the state knows of a resource; null if it knows nothing. Two resources that claim the same one throw <see cref="RegistrationException"/>.</summary>
    /// <param name="urn">The URN.</param>
    /// <param name="aliases">Its former URNs.</param>
    /// <param name="isRegistered">Whether the program has registered a URN in this run.</param>
    public ResourceState? Take(string urn, IReadOnlyList<string> aliases, Func<string, bool> isRegistered)
    {
        if (this.takers.TryGetValue(urn, out var taker))
        {
            throw new RegistrationException($"Duplicate resource URN '{urn}' conflicting with alias on resource with URN '{taker}'");
        }

        foreach (var one in aliases.Prepend(urn))
        {
            if (!this.resources.TryGetValue(one, out var old))
            {
                continue;
            }

            if (one != urn)
            {
                if (isRegistered(one) || this.takers.ContainsKey(one))
                {
                    throw new RegistrationException($"Duplicate resource alias '{one}' applied to resource with URN '{urn}' conflicting with resource with URN '{this.takers.GetValueOrDefault(one, one)}'");
                }

                this.formerUrns[urn] = one;
            }

            this.takers[one] = urn;
            return old;
        }

        return null;
    }

    /// <summary>Gives back what was taken for a resource that is not made after all: the state keeps it as it was.</summary>
    public void Return(ResourceState old) => this.takers.Remove(old.Urn);

    /// <summary>Lets a resource go that another one took the place of without being it.</summary>
    public void Relinquish(ResourceState old) => this.relinquished.Add(old);

    /// <summary>What nobody took, in the order in which it goes: dependants first, and what was waiting for its deletion before all.</summary>
    public List<ResourceState> Rest(Func<string, bool> isMade) =>
        [.. (state?.Resources ?? []).Where(resource => resource.Delete), .. this.relinquished, .. this.resources.Values.Where(resource => !isMade(resource.Urn) && !this.takers.ContainsKey(resource.Urn)).Reverse()];
}
