using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class AuditLogHasBackups() : ComponentPolicy(new PolicyInfo
{
    Id = "component-audit-log-has-backups",
    Title = "Ten old audit logs are kept",
    Why = "What was not recorded, or not kept, cannot be found out after an attack.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Audit logging")],
    Remediation = "Set --audit-log-maxbackup=10.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--audit-log-maxbackup=10"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--audit-log-maxbackup=9"] }] }"""],
    Equivalents = ["CKV_K8S_93", "AVD-KCV-0021", "C-0132", "kics:768aab52-2504-4a2f-a3e3-329d5a679848"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeAtLeast("audit-log-maxbackup", 10);
}
