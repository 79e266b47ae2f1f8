using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ControllerManagerUsesOneAccountEach() : ComponentPolicy(new PolicyInfo
{
    Id = "component-controller-manager-uses-one-account-each",
    Title = "Each controller has its own service account",
    Why = "All controllers otherwise have the powers of all.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --use-service-account-credentials=true.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--use-service-account-credentials=true"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--use-service-account-credentials=false"] }] }"""],
    Equivalents = ["CKV_K8S_108", "AVD-KCV-0035", "C-0146", "kics:1acd93f1-5a37-45c0-aaac-82ece818be7d"],
}, "kube-controller-manager")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("use-service-account-credentials", "true");
}
