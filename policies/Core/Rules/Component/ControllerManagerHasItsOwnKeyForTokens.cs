using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ControllerManagerHasItsOwnKeyForTokens() : ComponentPolicy(new PolicyInfo
{
    Id = "component-controller-manager-has-its-own-key-for-tokens",
    Title = "The controller manager signs tokens with a key for it",
    Why = "Tokens are otherwise not signed by a key that can be changed.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --service-account-private-key-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--service-account-private-key-file=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager"] }] }"""],
    Equivalents = ["CKV_K8S_110", "AVD-KCV-0036", "C-0147", "kics:ccc98ff7-68a7-436e-9218-185cb0b0b780"],
}, "kube-controller-manager")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("service-account-private-key-file");
}
