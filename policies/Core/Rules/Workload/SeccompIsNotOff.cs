using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class SeccompIsNotOff() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-seccomp-is-not-off",
    Title = "Seccomp is not switched off",
    Why = "Most ways from a container to the kernel go through system calls that no model server makes.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Seccomp")],
    Remediation = "Use RuntimeDefault.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "seccompProfile": { "type": "RuntimeDefault" } } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "seccompProfile": { "type": "Unconfined" } } }] }"""],
    Equivalents = ["AVD-KSV-0104", "kyverno:restrict-seccomp", "gatekeeper:seccompv2", "kubeaudit:seccomp"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Select(container => container["securityContext.seccompProfile"]).Prepend(pod["securityContext.seccompProfile"])
            .SelectMany(profile => profile.Member("type").MustBeOneOf(["RuntimeDefault", "Localhost"], whenAbsent: profile.IsAbsent));
}
