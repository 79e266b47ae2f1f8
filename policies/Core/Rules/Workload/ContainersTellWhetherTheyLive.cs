using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersTellWhetherTheyLive() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-tell-whether-they-live",
    Title = "The containers have a liveness probe",
    Why = "A model server that hangs on an input is never restarted otherwise.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Add a livenessProbe.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "livenessProbe": { "tcpSocket": { "port": 80 } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Equivalents = ["CKV_K8S_8", "C-0056", "kics:ade74944-a674-4e00-859e-c6eab5bde441", "gatekeeper:requiredprobes", "kube-linter:no-liveness-probe", "polaris:livenessProbeMissing"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        ContainersTellWhetherTheyAreReady.Served(pod).SelectMany(container => container.Field.Member("livenessProbe").MustExist());
}
