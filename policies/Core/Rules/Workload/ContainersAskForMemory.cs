using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersAskForMemory() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-ask-for-memory",
    Title = "The containers request memory",
    Why = "Without a request the scheduler crowds a node until the kernel kills what runs there.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set resources.requests.memory, or a limit.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "resources": { "requests": { "memory": "1" } } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a", "resources": { "limits": { "memory": "1" } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }"""],
    Equivalents =
    [
        "CKV_K8S_12", "AVD-KSV-0016", "C-0004", "C-0269", "kics:229588ef-8fde-40c8-8756-f4f2b5825ded", "kyverno:require-pod-requests-limits", "gatekeeper:containerrequests",
        "gatekeeper:containerresources", "kube-linter:unset-memory-requirements", "kube-score:container-resources", "polaris:memoryRequestsMissing",
    ],
    FormerIds = ["workload-containers-ask-for-what-they-need"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        ContainersAskForProcessors.Requests(pod, "memory");
}
