using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Resources that must have another beside them.</summary>
internal static class Links
{
    /// <summary>Each resource of a type must be referred to, or named, by one of another type.</summary>
    /// <param name="stack">Where they are.</param>
    /// <param name="type">The type that must have one.</param>
    /// <param name="companion">The type that it must have.</param>
    /// <param name="property">The property of that by which it refers.</param>
    /// <param name="expectation">What must hold, after the word "must".</param>
    /// <param name="counts">Whether one that refers is good enough; null where that is not known.</param>
    /// <param name="applies">Whether a resource must have one; null where that is not known.</param>
    public static IEnumerable<Finding> EachMustHave(this Stack stack, string type, string companion, string property, string expectation, Func<Resource, bool?>? counts = null, Func<Resource, bool?>? applies = null)
    {
        var companions = stack.References(companion, property);
        foreach (var resource in stack.OfType(type).Where(resource => applies?.Invoke(resource) != false))
        {
            var known = companions.To(resource, resource["name"].AsText).Select(counts ?? (_ => true)).ToList();
            if (!known.Contains(true))
            {
                yield return known.Contains(null) || (applies is not null && applies(resource) is null) || companions.HasUntold
                    ? new Undetermined(resource.Urn, "", $"the resource must {expectation}, which is not known before deployment")
                    : new Violation(resource.Urn, "", $"the resource must {expectation}, but has none");
            }
        }
    }
}
