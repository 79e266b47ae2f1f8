using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersTellWhetherTheyAreReady() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-tell-whether-they-are-ready",
    Title = "The containers have a readiness probe",
    Why = "Without one, traffic reaches a model server that is still loading.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Add a readinessProbe.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "readinessProbe": { "tcpSocket": { "port": 80 } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Equivalents = ["CKV_K8S_9", "C-0018", "kics:a659f3b5-9bf0-438a-bd9a-7d3a6427f1e3", "gatekeeper:requiredprobes", "kube-linter:no-readiness-probe", "polaris:readinessProbeMissing"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        Served(pod).SelectMany(container => container.Field.Member("readinessProbe").MustExist());

    // A job's containers end; nobody waits for them to be ready.
    internal static IEnumerable<Container> Served(PodSpec pod) => TypeToken.Canonical(pod.Owner.Type).StartsWith("kubernetes:batch:", StringComparison.Ordinal) ? [] : pod.Containers.Where(container => container.Role == ContainerRole.Normal);
}
