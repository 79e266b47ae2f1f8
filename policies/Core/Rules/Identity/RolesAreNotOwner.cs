using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class RolesAreNotOwner() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-roles-are-not-owner",
    Title = "Nobody is made owner or may give rights away",
    Why = "Who may give rights has them all.",
    Severity = Severity.Critical,
    Types = ["azure:authorization/assignment:Assignment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Give the role that does only what is needed.",
    Good = ["""{ "roleDefinitionName": "Storage Blob Data Reader" }"""],
    Bad = ["""{ "roleDefinitionName": "Owner" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["roleDefinitionName"].MustNotBe("Owner", "User Access Administrator", "Role Based Access Control Administrator", "Contributor").Concat(resource["roleDefinitionId"].Must("not be Owner, Contributor or User Access Administrator", id => !Refused.Any(role => (id.AsText ?? "").EndsWith(role, StringComparison.OrdinalIgnoreCase)), whenAbsent: true));

    private static readonly string[] Refused = ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "b24988ac-6180-42a0-ab88-20f7382dd24c", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"];
}
