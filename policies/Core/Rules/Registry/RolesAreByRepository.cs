using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class RolesAreByRepository() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-roles-are-by-repository",
    Title = "Roles at registries are by repository",
    Why = "Who may push one image may otherwise replace every other.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set roleAssignmentMode to AbacRepositoryPermissions.",
    Good = ["""{ "roleAssignmentMode": "AbacRepositoryPermissions" }"""],
    Bad = ["""{ "roleAssignmentMode": "LegacyRegistryPermissions" }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["roleAssignmentMode"].MustBeOneOf(["AbacRepositoryPermissions"]);
}
