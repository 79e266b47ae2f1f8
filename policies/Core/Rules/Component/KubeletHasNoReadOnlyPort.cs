using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletHasNoReadOnlyPort() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-has-no-read-only-port",
    Title = "The kubelet has no port without authentication",
    Why = "It shows every pod of the node to whoever asks.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --read-only-port=0.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--read-only-port=0"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }""", """{ "containers": [{ "name": "a", "command": ["kubelet", "--read-only-port=10255"] }] }"""],
    Equivalents = ["CKV_K8S_141", "C-0175", "kics:2940d48a-dc5e-4178-a3f8-bfbd80720b41"],
}, "kubelet", "readOnlyPort")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("read-only-port", "0");

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustBe(0, whenAbsent: true);
}
