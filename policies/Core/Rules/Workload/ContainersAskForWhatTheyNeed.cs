using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersAskForWhatTheyNeed() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-ask-for-what-they-need",
    Title = "The containers request processor and memory",
    Why = "Without requests the scheduler crowds a node until it fails.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set resources.requests.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "resources": { "requests": { "cpu": "1", "memory": "1Gi" } } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "resources": { "limits": { "cpu": "1", "memory": "1Gi" } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "resources": { "requests": { "cpu": "1" } } }] }"""],
    Equivalents = ["CKV_K8S_10", "CKV_K8S_12", "AVD-KSV-0015", "AVD-KSV-0016", "C-0268", "C-0269"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Where(container => container.Role == ContainerRole.Normal).SelectMany(container => Asked(container, "cpu").Concat(Asked(container, "memory")));

    // A limit alone is also the request.
    private static IEnumerable<Finding> Asked(Container container, string resource) =>
        container["resources.limits"].Member(resource).IsAbsent ? container["resources.requests"].Member(resource).MustExist() : [];
}
