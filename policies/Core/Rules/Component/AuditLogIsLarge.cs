using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class AuditLogIsLarge() : ComponentPolicy(new PolicyInfo
{
    Id = "component-audit-log-is-large",
    Title = "An audit log grows to 100 megabytes before it is turned over",
    Why = "What was not recorded, or not kept, cannot be found out after an attack.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Audit logging")],
    Remediation = "Set --audit-log-maxsize=100.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--audit-log-maxsize=100"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--audit-log-maxsize=99"] }] }"""],
    Equivalents = ["CKV_K8S_94", "AVD-KCV-0022", "C-0133", "kics:35c0a471-f7c8-4993-aa2c-503a3c712a66"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeAtLeast("audit-log-maxsize", 100);
}
