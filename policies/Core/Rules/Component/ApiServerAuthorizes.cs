using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerAuthorizes() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-authorizes",
    Title = "The API server does not allow everything",
    Why = "Everybody who has a name, or none, owns the cluster.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --authorization-mode=Node,RBAC.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--authorization-mode=Node,RBAC"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--authorization-mode=AlwaysAllow,RBAC"] }] }"""],
    Equivalents = ["CKV_K8S_74", "AVD-KCV-0007", "C-0118", "kics:f1f4d8da-1ac4-47d0-b1aa-91e69d33f7d5"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotName("authorization-mode", "AlwaysAllow").Concat(flags.Must("authorization-mode", "be set", _ => true, whenAbsent: false)).Take(1);
}
