using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class RolesGoToGroupsAndServices() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-roles-go-to-groups-and-services",
    Title = "Roles are given to groups and services, not to single people",
    Why = "Who leaves the group keeps what was given to him alone.",
    Severity = Severity.Medium,
    Types = ["azure:authorization/assignment:Assignment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.Nist("AC-2")],
    Remediation = "Assign the role to a group.",
    Good = ["""{ "principalType": "Group" }""", """{ "principalType": "ServicePrincipal" }""", """{ }"""],
    Bad = ["""{ "principalType": "User" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["principalType"].MustNotBe("User");
}
