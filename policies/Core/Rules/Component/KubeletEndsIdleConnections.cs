using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletEndsIdleConnections() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-ends-idle-connections",
    Title = "The kubelet ends idle connections",
    Why = "Connections that never end take the node down.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --streaming-connection-idle-timeout=0.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--streaming-connection-idle-timeout=0"] }] }"""],
    Equivalents = ["CKV_K8S_143", "C-0176", "kics:ed89b97d-04e9-4fd4-919f-ee5b27e555e9"],
}, "kubelet", "streamingConnectionIdleTimeout")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.Must("streaming-connection-idle-timeout", "not be 0", value => Durations.Seconds(value) is not 0, whenAbsent: true);

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.Must("not be 0", value => Durations.Seconds(value.AsText ?? "0") is not 0, whenAbsent: true);
}
