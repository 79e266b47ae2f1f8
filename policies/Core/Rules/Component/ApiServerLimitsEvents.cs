using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerLimitsEvents() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-limits-events",
    Title = "The API server limits events",
    Why = "A storm of events takes the API server and its store down.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Add EventRateLimit to --enable-admission-plugins.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=EventRateLimit"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver"] }] }""", """{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--enable-admission-plugins=NodeRestriction"] }] }"""],
    Equivalents = ["CKV_K8S_78", "AVD-KCV-0010", "C-0121", "kics:e0099af2-fe17-411f-9991-0de28fe15f3c"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.MustName("enable-admission-plugins", "EventRateLimit");
}
