using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersAskForProcessors() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-ask-for-processors",
    Title = "The containers request processors",
    Why = "Without a request the scheduler crowds a node, and the pod waits for what its neighbours leave.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set resources.requests.cpu, or a limit.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "resources": { "requests": { "cpu": "1" } } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a", "resources": { "limits": { "cpu": "1" } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }"""],
    Equivalents =
    [
        "CKV_K8S_10", "AVD-KSV-0015", "C-0050", "C-0268", "kics:ca469dd4-c736-448f-8ac1-30a642705e0a", "kyverno:require-pod-requests-limits", "gatekeeper:containerrequests",
        "gatekeeper:containerresources", "kube-linter:unset-cpu-requirements", "kube-score:container-resources", "polaris:cpuRequestsMissing",
    ],
    FormerIds = ["workload-containers-ask-for-what-they-need"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        Requests(pod, "cpu");

    // A limit alone is also the request.
    internal static IEnumerable<Finding> Requests(PodSpec pod, string resource) => pod.Containers
        .Where(container => container.Role == ContainerRole.Normal && container["resources.limits"].Member(resource).IsAbsent).SelectMany(container => container["resources.requests"].Member(resource).MustExist());
}
