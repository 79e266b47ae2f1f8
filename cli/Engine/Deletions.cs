namespace LlmOpsSecure.Cli.Engine;

/// <summary>What goes: resources that the program no longer has, and those that must go before something that they depend on is replaced.</summary>
internal static class Deletions
{
    /// <summary>The resources of the state that are not wanted any more, in the order in which they go: dependants first, and what was waiting for its deletion before all.</summary>
    public static List<ResourceState> Of(IReadOnlyDictionary<string, ResourceState> former, StateDocument? state, Func<string, bool> isWanted) =>
        [.. (state?.Resources ?? []).Where(resource => resource.Delete).Concat(former.Values.Where(resource => !isWanted(resource.Urn)).Reverse())];

    /// <summary>What is to be said of a deletion; empty for nothing.</summary>
    public static string Note(ResourceState resource) => resource.RetainOnDelete ? "kept by the cloud (retainOnDelete)"
        : resource.DeletedWith is { } other ? $"goes with {Aliases.NameOf(other)} (deletedWith)"
        : resource.External ? "only read, so not touched"
        : "";

    /// <summary>Marks what cannot outlive a resource that is deleted before it is replaced: whoever took a property from it that cannot change in place, and so on.</summary>
    /// <param name="replaced">The resource, as the state knows it.</param>
    /// <param name="former">All resources of the state.</param>
    /// <param name="marked">Takes the reason by URN.</param>
    public static void MarkDependents(ResourceState replaced, IReadOnlyDictionary<string, ResourceState> former, Dictionary<string, string> marked)
    {
        var going = new HashSet<string>(StringComparer.Ordinal) { replaced.Urn };
        foreach (var resource in former.Values)
        {
            if (going.Contains(resource.Urn) || !resource.IsCustom)
            {
                continue;
            }

            var forcing = resource.PropertyDependencies.Where(entry => entry.Value.Any(going.Contains)).Select(entry => entry.Key)
                .FirstOrDefault(name => ResourcePlan.Forces(resource.Type, name, resource.Inputs, EngineValues.With(resource.Inputs, name, Policies.Model.PropertyValue.Unknown)));
            if (forcing is not null || (resource.Provider is { } provider && going.Any(urn => provider.StartsWith(urn + "::", StringComparison.Ordinal))))
            {
                going.Add(resource.Urn);
                marked[resource.Urn] = forcing ?? $"the replacement of {replaced.Name}";
            }
        }
    }
}
