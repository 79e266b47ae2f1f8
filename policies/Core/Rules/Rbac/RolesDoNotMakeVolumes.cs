using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotMakeVolumes() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-make-volumes",
    Title = "Roles do not make volumes of the cluster",
    Why = "A volume may be a path of the node.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.CisAks("4.1.9")],
    Remediation = "Let the provisioner make volumes.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["persistentvolumeclaims"], "verbs": ["create"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["persistentvolumes"], "verbs": ["create"] }] }"""],
    Equivalents = ["C-0278"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(["create"], ["persistentvolumes"]));
}
