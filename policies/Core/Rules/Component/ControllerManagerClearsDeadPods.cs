using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ControllerManagerClearsDeadPods() : ComponentPolicy(new PolicyInfo
{
    Id = "component-controller-manager-clears-dead-pods",
    Title = "The controller manager removes dead pods",
    Why = "Dead pods fill the store.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --terminated-pod-gc-threshold.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--terminated-pod-gc-threshold=100"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-controller-manager"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-controller-manager", "--terminated-pod-gc-threshold=0"] }] }"""],
    Equivalents = ["CKV_K8S_106", "AVD-KCV-0033", "C-0144", "kics:49113af4-29ca-458e-b8d4-724c01a4a24f"],
}, "kube-controller-manager")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.Must("terminated-pod-gc-threshold", "be 1 to 12500", value => int.TryParse(value, out var pods) && pods is > 0 and <= 12500, whenAbsent: false);
}
