using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerLimitsNodes() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-limits-nodes",
    Title = "The API server authorizes nodes for their own objects only",
    Why = "One stolen node reads the secrets of all.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Add Node to --authorization-mode.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--authorization-mode=Node,RBAC"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--authorization-mode=RBAC"] }] }"""],
    Equivalents = ["CKV_K8S_75", "AVD-KCV-0008", "C-0119", "kics:4d7ee40f-fc5d-427d-8cac-dffbe22d42d1"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustName("authorization-mode", "Node");
}
