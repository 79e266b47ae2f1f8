using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsHaveASeccompProfile() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-have-a-seccomp-profile",
    Title = "The containers run under a seccomp profile",
    Why = "Most ways from a container to the kernel go through system calls that no model server makes.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Seccomp")],
    Remediation = "Set seccompProfile.type to RuntimeDefault, for the pod or for each container.",
    Corrections = [new("seccompProfile", """{"type":"RuntimeDefault"}"""), new("type", "\"RuntimeDefault\"")],
    Good = ["""{ "securityContext": { "seccompProfile": { "type": "RuntimeDefault" } }, "containers": [{ "name": "a" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "seccompProfile": { "type": "Unconfined" } } }] }"""],
    Equivalents =
    [
        "CKV_K8S_31", "CKV_K8S_32", "AVD-KSV-0030", "AVD-KSV-0104", "C-0055", "C-0210", "kics:f377b83e-bd07-4f48-a591-60c82b14a78b", "kyverno:restrict-seccomp-strict",
        "kubeaudit:seccomp",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.IsWindows ? [] : pod.Containers.SelectMany(container => (container["securityContext"].Member("seccompProfile") is { IsAbsent: false } own ? own : pod["securityContext"].Member("seccompProfile")).Member("type").MustBeOneOf(["RuntimeDefault", "Localhost"]));
}
