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
    Equivalents = ["CKV_K8S_34", "kyverno:disallow-helm-tiller"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["image"].Must("not be tiller", image => image.AsText?.Contains("tiller", StringComparison.OrdinalIgnoreCase) != true, whenAbsent: true));
}
