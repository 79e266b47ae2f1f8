using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsHaveAUserOtherThanRoot() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-have-a-user-other-than-root",
    Title = "The user that is asked for is not root",
    Why = "User 0 inside the container is user 0 on the node unless user namespaces are on.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("restricted/Running as Non-root user")],
    Remediation = "Set runAsUser to a number other than 0.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "runAsUser": 1000 } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "runAsUser": 0 } }] }"""],
    Equivalents = ["CKV_K8S_40", "AVD-KSV-0020", "AVD-KSV-0105", "C-0013"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["securityContext.runAsUser"].Must("not be 0", user => user.AsNumber != 0, whenAbsent: true).Concat(pod.Containers.SelectMany(container => container["securityContext.runAsUser"].Must("not be 0", user => user.AsNumber != 0, whenAbsent: true)));
}
