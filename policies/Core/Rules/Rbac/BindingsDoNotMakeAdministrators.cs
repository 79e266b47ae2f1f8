using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class BindingsDoNotMakeAdministrators() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-bindings-do-not-make-administrators",
    Title = "Nobody is bound to cluster-admin",
    Why = "cluster-admin is every right there is and will be.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRoleBinding, KubernetesTypes.RoleBinding],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.1")],
    Remediation = "Bind a role with the rights that are needed.",
    Good = ["""{ "roleRef": { "kind": "ClusterRole", "name": "view" } }"""],
    Bad = ["""{ "roleRef": { "kind": "ClusterRole", "name": "cluster-admin" } }"""],
    Equivalents = ["AVD-KSV-0111", "C-0035", "C-0185"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["roleRef.name"].MustNotBe("cluster-admin");
}
