using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletAuthorizes() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-authorizes",
    Title = "The kubelet does not allow everything",
    Why = "Whoever reaches the port runs commands in every pod of the node.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --authorization-mode=Webhook.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--authorization-mode=Webhook"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }""", """{ "containers": [{ "name": "a", "command": ["kubelet", "--authorization-mode=AlwaysAllow"] }] }"""],
    Equivalents = ["CKV_K8S_139", "C-0173", "kics:f1f4d8da-1ac4-47d0-b1aa-91e69d33f7d5"],
}, "kubelet", "authorization.mode")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustNotName("authorization-mode", "AlwaysAllow").Concat(flags.Must("authorization-mode", "be set", _ => true, whenAbsent: false)).Take(1);

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustNotBe("AlwaysAllow");
}
