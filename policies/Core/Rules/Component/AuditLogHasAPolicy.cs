using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class AuditLogHasAPolicy() : ComponentPolicy(new PolicyInfo
{
    Id = "component-audit-log-has-a-policy",
    Title = "The API server knows what to record",
    Why = "What was not recorded, or not kept, cannot be found out after an attack.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nsa("Audit logging")],
    Remediation = "Set --audit-policy-file.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--audit-policy-file=/a"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }"""],
    Equivalents = ["C-0067", "C-0160", "kics:13a49a2e-488e-4309-a7c0-d6b05577a5fb"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustBeSet("audit-policy-file");
}
