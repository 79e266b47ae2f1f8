using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class BindingsDoNotMakeAdministrators() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-bindings-do-not-make-administrators",
    Title = "Nobody is an administrator of the whole cluster",
    Why = "cluster-admin is every right there is and will be; admin and edit, given for the whole cluster, are every pod and with it every secret.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRoleBinding, KubernetesTypes.RoleBinding],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.1")],
    Remediation = "Bind a role with the rights that are needed, in the namespace where they are.",
    Good = ["""{ "roleRef": { "kind": "ClusterRole", "name": "view" } }"""],
    Bad = ["""{ "roleRef": { "kind": "ClusterRole", "name": "cluster-admin" } }""", """{ "roleRef": { "kind": "ClusterRole", "name": "edit" } }"""],
    Equivalents =
    [
        "AVD-KSV-0111", "C-0035", "C-0185", "kics:249328b8-5f0f-409f-b1dd-029f07882e11", "kyverno:restrict-binding-clusteradmin", "kube-linter:cluster-admin-role-binding",
        "polaris:clusterrolebindingClusterAdmin",
    ],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["roleRef.name"].MustNotBe(TypeToken.Canonical(resource.Type).EndsWith(":ClusterRoleBinding", StringComparison.Ordinal) ? ["cluster-admin", "admin", "edit"] : ["cluster-admin"]);
}
