using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletKeepsItsName() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-keeps-its-name",
    Title = "The kubelet keeps the name of its machine",
    Why = "Certificates and records name the machine.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Remove --hostname-override.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--hostname-override=a"] }] }"""],
    Equivalents = ["CKV_K8S_146", "C-0179", "kics:bf36b900-b5ef-4828-adb7-70eb543b7cfb"],
}, "kubelet")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeAbsent("hostname-override");
}
