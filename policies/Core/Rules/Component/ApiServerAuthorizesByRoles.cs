using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerAuthorizesByRoles() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-authorizes-by-roles",
    Title = "The API server authorizes by roles",
    Why = "Without roles there is no saying who may do what.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Add RBAC to --authorization-mode.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--authorization-mode=Node,RBAC"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--authorization-mode=Node"] }] }"""],
    Equivalents = ["CKV_K8S_77", "AVD-KCV-0009", "C-0088", "C-0120", "kics:1aa4a1ae-5dbb-48a1-9aa2-630ea4be208e"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustName("authorization-mode", "RBAC");
}
