using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class BindingsNameNoAnonymous() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-bindings-name-no-anonymous",
    Title = "Nobody without a name has rights",
    Why = "Whoever reaches the API server has the role, without any name.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRoleBinding, KubernetesTypes.RoleBinding],
    Threats = [Threat.FullStack],
    Controls = [Framework.CisAks("4.1.1"), Framework.Nist("AC-6")],
    Remediation = "Name groups or accounts.",
    Good = ["""{ "subjects": [{ "kind": "Group", "name": "team" }] }"""],
    Bad = ["""{ "subjects": [{ "kind": "User", "name": "system:anonymous" }] }""", """{ "subjects": [{ "kind": "Group", "name": "system:unauthenticated" }] }"""],
    Equivalents = ["AVD-KSV-0122", "C-0262", "kyverno:restrict-binding-system-groups", "gatekeeper:disallowanonymous"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["subjects"].Items.SelectMany(subject => subject["name"].MustNotBe("system:anonymous", "system:unauthenticated"));
}
