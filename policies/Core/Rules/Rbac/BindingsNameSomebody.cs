using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class BindingsNameSomebody() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-bindings-name-somebody",
    Title = "Bindings do not name everybody",
    Why = "system:authenticated is every account of the directory and the cluster, system:serviceaccounts every pod.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRoleBinding, KubernetesTypes.RoleBinding],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Name the account or group.",
    Good = ["""{ "subjects": [{ "kind": "Group", "name": "operators" }] }"""],
    Bad = ["""{ "subjects": [{ "kind": "Group", "name": "system:authenticated" }] }"""],
    Equivalents = ["AVD-KSV-1011", "C-0265", "kyverno:restrict-binding-system-groups", "gatekeeper:disallowanonymous"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["subjects"].Items.SelectMany(subject => subject.Member("name").MustNotBe("system:authenticated", "system:serviceaccounts"));
}
