using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersLimitProcessors() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-limit-processors",
    Title = "The containers have a limit of processors",
    Why = "A container without a limit slows down every other one on the node.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set resources.limits.cpu.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "resources": { "limits": { "cpu": "1" } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }"""],
    Equivalents =
    [
        "CKV_K8S_11", "AVD-KSV-0011", "C-0009", "C-0050", "C-0270", "C-0303", "kics:4ac0e2b7-d2d2-4af7-8799-e8de6721ccda", "kyverno:require-cpu-limits",
        "gatekeeper:containerlimits", "gatekeeper:containerresources", "kube-linter:unset-cpu-requirements", "kube-score:container-resources", "polaris:cpuLimitsMissing",
        "kubeaudit:limits",
    ],
    FormerIds = ["workload-containers-have-limits"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Where(container => container.Role == ContainerRole.Normal).SelectMany(container => container["resources.limits"].Member("cpu").MustExist());
}
