using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class BindingsNameNoAnonymous() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-bindings-name-no-anonymous",
    Title = "Nobody without a name has rights",
    Why = "Anonymous callers, or everybody who signed in, have the role.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRoleBinding, KubernetesTypes.RoleBinding],
    Threats = [Threat.FullStack],
    Controls = [Framework.CisAks("4.1.1"), Framework.Nist("AC-6")],
    Remediation = "Name groups or accounts.",
    Good = ["""{ "subjects": [{ "kind": "Group", "name": "team" }] }"""],
    Bad = ["""{ "subjects": [{ "kind": "User", "name": "system:anonymous" }] }""", """{ "subjects": [{ "kind": "Group", "name": "system:authenticated" }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["subjects"].Items.SelectMany(subject => subject["name"].MustNotBe("system:anonymous", "system:unauthenticated", "system:authenticated"));
}
