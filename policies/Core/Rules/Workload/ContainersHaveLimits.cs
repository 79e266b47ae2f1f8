using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersHaveLimits() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-have-limits",
    Title = "The containers have limits of processor and memory",
    Why = "A container without limits takes the node down with it.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set resources.limits.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "resources": { "limits": { "cpu": "1", "memory": "1Gi" } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "resources": { "limits": { "cpu": "1" } } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "resources": { "limits": { "memory": "1Gi" } } }] }"""],
    Equivalents = ["CKV_K8S_11", "CKV_K8S_13", "AVD-KSV-0011", "AVD-KSV-0018", "C-0009", "C-0270", "C-0271"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Where(container => container.Role == ContainerRole.Normal).SelectMany(container => container["resources.limits"].Member("memory").MustExist().Concat(container["resources.limits"].Member("cpu").MustExist()));
}
