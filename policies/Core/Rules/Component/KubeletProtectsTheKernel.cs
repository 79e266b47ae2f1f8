using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletProtectsTheKernel() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-protects-the-kernel",
    Title = "The kubelet does not change settings of the kernel",
    Why = "Settings that the machine was hardened with are otherwise overwritten.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --protect-kernel-defaults=true.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--protect-kernel-defaults=true"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }""", """{ "containers": [{ "name": "a", "command": ["kubelet", "--protect-kernel-defaults=false"] }] }"""],
    Equivalents = ["CKV_K8S_144", "C-0177", "kics:6cf42c97-facd-4fda-b8af-ea4529123355"],
}, "kubelet", "protectKernelDefaults")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("protect-kernel-defaults", "true");

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustBe(true);
}
