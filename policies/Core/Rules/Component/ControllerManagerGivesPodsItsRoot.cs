using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ControllerManagerGivesPodsItsRoot() : ComponentPolicy(new PolicyInfo
{
    Id = "component-controller-manager-gives-pods-its-root",
    Title = "Pods know the API server's authority",
    Why = "Pods otherwise cannot tell the API server from somebody else.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --root-ca-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--root-ca-file=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager"] }] }"""],
    Equivalents = ["CKV_K8S_111", "AVD-KCV-0037", "C-0148", "kics:05fb986f-ac73-4ebb-a5b2-7faafa93d882"],
}, "kube-controller-manager")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("root-ca-file");
}
