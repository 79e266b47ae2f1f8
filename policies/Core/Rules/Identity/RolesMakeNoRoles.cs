using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class RolesMakeNoRoles() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-roles-make-no-roles",
    Title = "Roles of your own cannot make or grant roles",
    Why = "Whoever holds it gives himself everything else.",
    Severity = Severity.High,
    Types = ["azure:authorization/roleDefinition:RoleDefinition"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Name the actions that are needed.",
    Good = ["""{ "permissions": [ { "actions": [ "Microsoft.Authorization/roleDefinitions/read" ] } ] }""", """{ }"""],
    Bad = ["""{ "permissions": [ { "actions": [ "Microsoft.Authorization/roleDefinitions/write" ] } ] }""", """{ "permissions": [ { "actions": [ "*" ] } ] }"""],
    Equivalents = ["AZU-0052", "kics:3fa5900f-9aac-4982-96b2-a6143d9c99fb"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["permissions"].EachMust(permission => permission["actions"].EachMust(action => action.Must("not let its holders write roles", found => !Writes(found.AsText), whenAbsent: true)));

    // A star stands for any number of segments.
    private static bool Writes(string? action) =>
        action?.Trim().ToLowerInvariant() is { } text && new[] { "microsoft.authorization/roledefinitions/write", "microsoft.authorization/roleassignments/write" }.Any(wanted => text.Contains('*', StringComparison.Ordinal)
            ? wanted.StartsWith(text[..text.IndexOf('*', StringComparison.Ordinal)], StringComparison.Ordinal) && wanted.EndsWith(text[(text.LastIndexOf('*') + 1)..], StringComparison.Ordinal)
            : text == wanted);
}
