using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersBoundTheirDisk() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-bound-their-disk",
    Title = "Containers have a limit of disk",
    Why = "A container that fills the node's disk evicts its neighbours.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nist("SC-5")],
    Remediation = "Set resources.limits.ephemeral-storage.",
    Good = ["""{ "containers": [{ "name": "a", "resources": { "limits": { "ephemeral-storage": "1Gi" } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a" }] }"""],
    Equivalents = ["gatekeeper:ephemeralstoragelimit", "kube-score:container-ephemeral-storage-request-and-limit"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Where(container => container.Role == ContainerRole.Normal).SelectMany(container => container["resources.limits"].Member("ephemeral-storage").MustExist());
}
