using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class TillerIsGone() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-tiller-is-gone",
    Title = "No pod runs Tiller",
    Why = "Tiller, of Helm 2, takes orders from everybody in the cluster and carries them out as an administrator.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nist("SI-2")],
    Remediation = "Use Helm 3 or newer.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/tiller:v2" }] }"""],
    Equivalents = ["CKV_K8S_34", "CKV_K8S_44", "AVD-KSV-0102", "kics:6d173be7-545a-46c6-a81d-2ae52ed1605d", "kics:8b862ca9-0fbd-4959-ad72-b6609bdaa22d", "kyverno:disallow-helm-tiller"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["image"].Must("not be tiller", image => image.AsText?.Contains("tiller", StringComparison.OrdinalIgnoreCase) != true, whenAbsent: true));

    public override IEnumerable<Finding> Check(Stack stack) => stack.OfType(KubernetesTypes.Service)
        .Where(service => new[] { service["metadata.labels"], service["spec.selector"] }.Any(labels => labels.Member("app").AsText == "helm" && labels.Member("name").AsText == "tiller"))
        .Select(service => service["metadata.name"].Violation("not lead to tiller"));
}
