using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Resources that must have another beside them.</summary>
internal static class Links
{
    /// <summary>Each resource of a type must be referred to by one of another type.</summary>
    public static IEnumerable<Finding> EachMustHave(this Stack stack, string type, string companion, string property, string expectation, Func<Resource, bool>? counts = null, Func<Resource, bool?>? applies = null)
    {
        var companions = stack.References(companion, property);
        foreach (var resource in stack.OfType(type).Where(resource => applies?.Invoke(resource) != false))
        {
            if (!companions.To(resource).Any(counts ?? (_ => true)))
            {
                yield return (applies is not null && applies(resource) is null) || companions.HasUntold
                    ? new Undetermined(resource.Urn, "", $"the resource must {expectation}, which is not known before deployment")
                    : new Violation(resource.Urn, "", $"the resource must {expectation}, but has none");
            }
        }
    }
}
