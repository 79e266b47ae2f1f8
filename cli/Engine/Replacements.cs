using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Replacements of a run that are no matter of a resource's own properties: what brings them about, what forbids them, and what they take along.</summary>
internal sealed class Replacements(FormerResources former, LiveResources live, PropertyChanges changes)
{
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> takenAlong = new(StringComparer.Ordinal);

    /// <summary>Why a resource is to be replaced though its properties may not ask for it; null if nothing demands it.</summary>
    public string? ReasonFor(Registration registration, ResourceState old)
    {
        if (this.takenAlong.TryGetValue(old.Urn, out var reason))
        {
            return reason;
        }

        return old.Taint ? "the mark of the state (taint)"
            : old.PendingReplacement ? "its deletion in an earlier update"
            : old.IsCustom != registration.IsCustom ? "provider"
            : this.done.Any(urn => old.Provider?.StartsWith(urn + "::", StringComparison.Ordinal) == true) ? "provider"
            : registration.ReplacementTrigger is { } trigger && old.ReplacementTrigger is { } before && !changes.Same(before, trigger) ? "replacementTrigger"
            : registration.ReplaceWith.Append(registration.DeletedWith).FirstOrDefault(this.done.Contains) is { } other ? $"the replacement of {Aliases.NameOf(other)}"
            : null;
    }

    /// <summary>What speaks against a replacement; null if nothing does. A resource that is no longer protected may be replaced in the same update.</summary>
    public static string? Refusal(Registration registration, ResourceState? old, ResourcePlan plan) => plan.Op != Operation.Replace ? null
        : old is { Protect: true } && registration.Protect == true ? $"the resource is protected and cannot be replaced; {string.Join(", ", plan.Replaces)} would replace it"
        : registration.ImportId.Length > 0 ? $"a resource that still names an id to import cannot be replaced; remove the import option: {string.Join(", ", plan.Replaces)} would replace it"
        : null;

    /// <summary>Notes a replacement. One that deletes first takes along who cannot live without the resource: who took a property from it that cannot change in place, who is replaced or deleted with it, and so on.</summary>
    /// <returns>Who is taken along, but is protected, by URN, with the problem.</returns>
    public IEnumerable<(string Urn, string Problem)> Note(string urn, ResourceState old, bool deletesFirst)
    {
        this.done.Add(urn);
        if (!deletesFirst)
        {
            return [];
        }

        var problems = new List<(string, string)>();
        var going = new HashSet<string>(StringComparer.Ordinal) { old.Urn };
        foreach (var resource in former.All.Values)
        {
            if (!going.Contains(resource.Urn) && resource is { IsCustom: true, External: false } && !live.IsRegistered(resource.Urn) && Along(resource) is { } reason)
            {
                going.Add(resource.Urn);
                this.takenAlong[resource.Urn] = reason;
                if (resource.Protect)
                {
                    problems.Add((resource.Urn, $"the resource is protected, but would have to be replaced with {old.Name}, which is deleted before it is replaced"));
                }
            }
        }

        return problems;

        string? Along(ResourceState resource) => resource.PropertyDependencies.Where(entry => entry.Value.Any(going.Contains)).Select(entry => entry.Key)
            .FirstOrDefault(name => ResourcePlan.Forces(resource.Type, name, resource.Inputs, EngineValues.With(resource.Inputs, name, PropertyValue.Unknown), [.. resource.ReplaceOnChanges.Select(PropertyPath.Parse)]))
            ?? ((resource.Provider is { } provider && going.Any(one => provider.StartsWith(one + "::", StringComparison.Ordinal))) || resource.ReplaceWith.Append(resource.DeletedWith).Any(one => one is not null && going.Contains(one)) ? $"the replacement of {old.Name}" : null);
    }
}
