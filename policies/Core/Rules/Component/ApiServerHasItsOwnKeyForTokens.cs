using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerHasItsOwnKeyForTokens() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-has-its-own-key-for-tokens",
    Title = "Tokens of service accounts have their own key",
    Why = "The API server's TLS key otherwise also makes tokens.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --service-account-key-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--service-account-key-file=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Equivalents = ["CKV_K8S_97", "AVD-KCV-0025", "C-0136", "kics:dab4ec72-ce2e-4732-b7c3-1757dcce01a1"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("service-account-key-file");
}
