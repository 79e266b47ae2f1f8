using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class BindingsNameNoMasters() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-bindings-name-no-masters",
    Title = "No binding names system:masters",
    Why = "The group passes every check, and its certificates cannot be taken back.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ClusterRoleBinding, KubernetesTypes.RoleBinding],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-1"), Framework.Nist("AC-6")],
    Remediation = "Name a group of the directory.",
    Good = ["""{ "subjects": [{ "kind": "Group", "name": "operators" }] }"""],
    Bad = ["""{ "subjects": [{ "kind": "Group", "name": "system:masters" }] }"""],
    Equivalents = ["AVD-KSV-0123", "kyverno:restrict-binding-system-groups"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["subjects"].Items.SelectMany(subject => subject["name"].MustNotBe("system:masters"));
}
