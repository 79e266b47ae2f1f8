using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class RolesNameTheirActions() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-roles-name-their-actions",
    Title = "Roles of your own name their actions",
    Why = "A star is owner by another name.",
    Severity = Severity.High,
    Types = ["azure:authorization/roleDefinition:RoleDefinition"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Name the actions.",
    Good = ["""{ "permissions": [{ "actions": ["Microsoft.Storage/storageAccounts/read"] }] }"""],
    Bad = ["""{ "permissions": [{ "actions": ["*"] }] }"""],
    Equivalents = ["CKV_AZURE_39", "AVD-AZU-0030"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["permissions"].Items.SelectMany(permission => permission["actions"].Items.Concat(permission["dataActions"].Items)).Where(action => action.AsText == "*").Take(1).Select(action => action.Violation("name the actions"));
}
