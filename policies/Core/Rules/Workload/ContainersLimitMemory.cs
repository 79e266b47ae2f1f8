using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersLimitMemory() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-limit-memory",
    Title = "The containers have a limit of memory",
    Why = "A container without a limit takes the memory of the node, and the node with it.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set resources.limits.memory.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "resources": { "limits": { "memory": "1" } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }"""],
    Equivalents =
    [
        "CKV_K8S_13", "AVD-KSV-0018", "C-0004", "C-0009", "C-0271", "C-0303", "kics:b14d1bc4-a208-45db-92f0-e21f8e2588e9", "kyverno:require-pod-requests-limits",
        "gatekeeper:containerlimits", "gatekeeper:containerresources", "kube-linter:unset-memory-requirements", "kube-score:container-resources", "polaris:memoryLimitsMissing",
        "kubeaudit:limits",
    ],
    FormerIds = ["workload-containers-have-limits"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Where(container => container.Role == ContainerRole.Normal).SelectMany(container => container["resources.limits"].Member("memory").MustExist());
}
