using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class RolesAreAtAResource() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-roles-are-at-a-resource",
    Title = "Roles are given at a resource or group, not at a subscription",
    Why = "A right at the subscription is a right to everything that will ever be in it.",
    Severity = Severity.High,
    Types = ["azure:authorization/assignment:Assignment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Give the role at the resource.",
    Good = ["""{ "scope": "/subscriptions/a/resourceGroups/b" }"""],
    Bad = ["""{ "scope": "/subscriptions/a" }""", """{ "scope": "/providers/Microsoft.Management/managementGroups/a" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["scope"].IsUnknown && IsOfAResource(resource) ? [] : resource["scope"].Must("be a resource or a resource group", scope => !Broad((scope.AsText ?? "").TrimEnd('/')));

    // The id of a resource is not known before deployment, but that it is one of a resource is.
    private static bool IsOfAResource(Resource resource) => resource.PropertyDependencies.TryGetValue("scope", out var urns) && urns.Count > 0
        && !urns.Any(urn => urn.Contains("ubscription", StringComparison.Ordinal) || urn.Contains("azure:management/group:", StringComparison.Ordinal));

    private static bool Broad(string scope) => scope.Length == 0 || scope.StartsWith("/providers/Microsoft.Management/managementGroups/", StringComparison.OrdinalIgnoreCase)
        || (scope.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) && scope.Count(character => character == '/') == 2);
}
