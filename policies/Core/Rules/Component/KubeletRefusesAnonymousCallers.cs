using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class KubeletRefusesAnonymousCallers() : ComponentPolicy(new PolicyInfo
{
    Id = "component-kubelet-refuses-anonymous-callers",
    Title = "The kubelet refuses callers without a name",
    Why = "Whoever reaches the port runs commands in every pod of the node.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --anonymous-auth=false.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kubelet", "--anonymous-auth=false"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kubelet"] }] }""", """{ "containers": [{ "name": "a", "command": ["kubelet", "--anonymous-auth=true"] }] }"""],
    Equivalents = ["CKV_K8S_138", "C-0069", "C-0172", "kics:1de5cc51-f376-4638-a940-20f2e85ae238"],
}, "kubelet", "authentication.anonymous.enabled")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBe("anonymous-auth", "false");

    protected override IEnumerable<Finding> CheckFile(Field setting) => setting.MustNotBe(true);
}
