using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class AuditLogIsKeptLong() : ComponentPolicy(new PolicyInfo
{
    Id = "component-audit-log-is-kept-long",
    Title = "The audit log is kept for 30 days",
    Why = "What was not recorded, or not kept, cannot be found out after an attack.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Audit logging")],
    Remediation = "Set --audit-log-maxage=30.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--audit-log-maxage=30"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--audit-log-maxage=29"] }] }"""],
    Equivalents = ["CKV_K8S_92", "AVD-KCV-0020", "C-0131", "kics:da9f3aa8-fbfb-472f-b5a1-576127944218"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeAtLeast("audit-log-maxage", 30);
}
