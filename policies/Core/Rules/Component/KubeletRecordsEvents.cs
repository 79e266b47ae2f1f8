using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletRecordsEvents() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-records-events",
    Title = "The kubelet records events at a rate that it can keep",
    Why = "A flood of events takes the API server down.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --event-qps to 0 to 5.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--event-qps=0"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--event-qps=50"] }] }"""],
    Equivalents = ["CKV_K8S_147", "C-0180", "kics:1a07a446-8e61-4e4d-bc16-b0781fcb8211"],
}, "kubelet", "eventRecordQPS")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.Must("event-qps", "be 0 to 5", value => int.TryParse(value, out var rate) && rate is >= 0 and <= 5, whenAbsent: true);

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.Must("be 0 to 5", value => value.AsNumber is >= 0 and <= 5, whenAbsent: true);
}
