using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class BindingsDoNotNameDefaultAccounts() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-bindings-do-not-name-default-accounts",
    Title = "Bindings do not name the default service account",
    Why = "Every pod of the namespace that names no account would have the rights.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ClusterRoleBinding, KubernetesTypes.RoleBinding],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Make an account for the workload.",
    Good = ["""{ "subjects": [{ "kind": "ServiceAccount", "name": "server" }] }"""],
    Bad = ["""{ "subjects": [{ "kind": "ServiceAccount", "name": "default" }] }"""],
    Equivalents = ["CKV_K8S_42", "C-0225", "C-0239", "kics:1e749bc9-fde8-471c-af0c-8254efd2dee5"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["subjects"].Items.Where(subject => subject["kind"].AsText == "ServiceAccount").SelectMany(subject => subject.Member("name").MustNotBe("default"));
}
