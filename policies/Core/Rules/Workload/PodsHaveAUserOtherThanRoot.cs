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
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "runAsUser": 1000 } }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "runAsUser": 0 } }] }"""],
    Equivalents =
    [
        "CKV_K8S_23", "CKV_K8S_40", "AVD-KSV-0020", "AVD-KSV-0105", "C-0013", "kics:cf34805e-3872-4c08-bf92-6ff7bb0cfadb", "kyverno:require-run-as-non-root-user",
        "gatekeeper:users", "kube-linter:run-as-non-root", "polaris:runAsRootAllowed", "kubeaudit:nonroot",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Select(container => container["securityContext.runAsUser"]).Prepend(pod["securityContext.runAsUser"]).SelectMany(user => user.Must("not be 0", found => found.AsNumber != 0, whenAbsent: true));
}
