using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Tells which resource a property of another refers to: by id where ids are known, by dependency where they are not.</summary>
internal static class Links
{
    /// <summary>Whether the property refers to the target.</summary>
    public static bool RefersTo(this Resource resource, string property, Resource target) =>
        (resource.PropertyDependencies.TryGetValue(TopLevel(property), out var urns) && urns.Contains(target.Urn))
        || (target.Id is { Length: > 0 } id && resource[property].AsText is { } text && (text.Equals(id, StringComparison.OrdinalIgnoreCase) || text.StartsWith(id + "/", StringComparison.OrdinalIgnoreCase)));

    // Dependencies are told for whole properties.
    private static string TopLevel(string property) => property.Split('.', 2)[0];

    /// <summary>Each resource of a type must be referred to by one of another type.</summary>
    public static IEnumerable<Finding> EachMustHave(this Stack stack, string type, string companion, string property, string expectation, Func<Resource, bool>? counts = null, Func<Resource, bool?>? applies = null)
    {
        var companions = stack.OfType(companion).Where(counts ?? (_ => true)).ToList();
        foreach (var resource in stack.OfType(type).Where(resource => applies?.Invoke(resource) != false))
        {
            if (!companions.Any(one => one.RefersTo(property, resource)))
            {
                yield return (applies is not null && applies(resource) is null) || companions.Any(one => one[property].IsUnknown && !one.PropertyDependencies.ContainsKey(TopLevel(property)))
                    ? new Undetermined(resource.Urn, "", $"the resource must {expectation}, which is not known before deployment")
                    : new Violation(resource.Urn, "", $"the resource must {expectation}, but has none");
            }
        }
    }
}
