using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class RolesStayLocal() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-roles-stay-local",
    Title = "Roles of your own are for a subscription or less",
    Why = "A mistake in it is one everywhere.",
    Severity = Severity.Medium,
    Types = ["azure:authorization/roleDefinition:RoleDefinition"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Name subscriptions in assignableScopes.",
    Good = ["""{ "assignableScopes": [ "/subscriptions/s" ] }""", """{ }"""],
    Bad = ["""{ "assignableScopes": [ "/" ] }""", """{ "assignableScopes": [ "/providers/Microsoft.Management/managementGroups/m" ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["assignableScopes"].EachMust(item => item.Must("be a subscription or less", scope => scope.AsText?.Trim() is not { } text || !(text == "/" || text.StartsWith("/providers/Microsoft.Management/managementGroups/", StringComparison.OrdinalIgnoreCase)), whenAbsent: true));
}
