using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class AuditLogIsWritten() : ComponentPolicy(new PolicyInfo
{
    Id = "component-audit-log-is-written",
    Title = "The API server writes an audit log",
    Why = "What was not recorded, or not kept, cannot be found out after an attack.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Audit logging")],
    Remediation = "Set --audit-log-path.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--audit-log-path=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Equivalents = ["CKV_K8S_91", "AVD-KCV-0019", "C-0130", "kics:73e251f0-363d-4e53-86e2-0a93592437eb"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("audit-log-path");
}
