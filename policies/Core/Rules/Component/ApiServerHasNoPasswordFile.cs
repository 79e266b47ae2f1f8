using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerHasNoPasswordFile() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-has-no-password-file",
    Title = "The API server takes no passwords from a file",
    Why = "The passwords lie in clear and do not end.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --basic-auth-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--basic-auth-file=/a"] }] }"""],
    Equivalents = ["CKV_K8S_69", "kics:5da47109-f8d6-4585-9e2b-96a8958a12f5"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeAbsent("basic-auth-file");
}
