using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class EligibleRolesEnd() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-eligible-roles-end",
    Title = "Eligible roles end",
    Why = "Nobody asks again whether somebody should still have it.",
    Severity = Severity.Medium,
    Types = ["azure:pim/eligibleRoleAssignment:EligibleRoleAssignment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set schedule.expiration.",
    Good = ["""{ "schedule": { "expiration": { "durationDays": 90 } } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["schedule.expiration"].MustExist();
}
