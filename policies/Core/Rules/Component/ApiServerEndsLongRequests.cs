using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Component;

internal sealed class ApiServerEndsLongRequests() : ComponentPolicy(new PolicyInfo
{
    Id = "component-api-server-ends-long-requests",
    Title = "The API server ends long requests",
    Why = "Requests that never end take the API server down.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nsa("Control plane hardening")],
    Remediation = "Set --request-timeout to at most 300s.",
    Good = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--request-timeout=60s"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "command": ["kube-apiserver", "--request-timeout=1h"] }] }"""],
    Equivalents = ["CKV_K8S_95", "AVD-KCV-0023", "C-0134", "kics:d89a15bb-8dba-4c71-9529-bef6729b9c09"],
}, "kube-apiserver")
{
    protected override IEnumerable<Finding> Check(ComponentFlags flags) => flags.Must("request-timeout", "be at most 300s", value => Durations.Seconds(value) is > 0 and <= 300, whenAbsent: true);
}
