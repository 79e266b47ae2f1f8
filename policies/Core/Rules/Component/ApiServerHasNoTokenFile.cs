using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerHasNoTokenFile() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-has-no-token-file",
    Title = "The API server takes no tokens from a file",
    Why = "The tokens lie in clear and do not end.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --token-auth-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--token-auth-file=/a"] }] }"""],
    Equivalents = ["CKV_K8S_70", "AVD-KCV-0002", "C-0114", "kics:32ecd76e-7bbf-402e-bf48-8b9485749558"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeAbsent("token-auth-file");
}
