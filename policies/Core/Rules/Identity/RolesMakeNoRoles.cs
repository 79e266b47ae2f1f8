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
    Good = ["""{ "permissions": [ { "actions": [ "Microsoft.Authorization/roleDefinitions/read" ] } ] }""", """{ "permissions": [ { "actions": [ "*" ], "notActions": [ "Microsoft.Authorization/*/Write" ] } ] }""", """{ }"""],
    Bad = ["""{ "permissions": [ { "actions": [ "Microsoft.Authorization/roleDefinitions/write" ] } ] }""", """{ "permissions": [ { "actions": [ "*" ] } ] }"""],
    Equivalents = ["AZU-0052", "kics:3fa5900f-9aac-4982-96b2-a6143d9c99fb", "kics:8fa9ceea-881f-4ef0-b0b8-728f589699a7"],
})
{
    private static readonly string[] Grants = ["microsoft.authorization/roledefinitions/write", "microsoft.authorization/roleassignments/write"];

    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["permissions"].EachMust(permission => permission["actions"].EachMust(action => action.Must(
            "not let its holders write roles", found => !Grants.Any(grant => Covers(found, grant) && !permission["notActions"].Items.Any(except => except.IsUnknown || Covers(except, grant))), whenAbsent: true)));

    // A star stands for any number of segments.
    private static bool Covers(Field pattern, string action)
    {
        var text = pattern.AsText?.Trim().ToLowerInvariant() ?? "";
        var (first, last) = (text.IndexOf('*', StringComparison.Ordinal), text.LastIndexOf('*'));
        return first < 0 ? text == action : action.Length >= first + text.Length - last - 1 && action.StartsWith(text[..first], StringComparison.Ordinal) && action.EndsWith(text[(last + 1)..], StringComparison.Ordinal);
    }
}
