using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersWithoutAUserRefuseRoot() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-without-a-user-refuse-root",
    Title = "A container that names no user refuses root",
    Why = "Most images run as root where nobody says otherwise.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set runAsNonRoot to true, or runAsUser to a number other than 0, for the pod or for each container.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "runAsUser": 1000 } }] }""", """{ "securityContext": { "runAsNonRoot": true }, "containers": [{ "name": "a", "image": "r.example/a" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a" }] }""", """{ "securityContext": { "runAsNonRoot": true }, "containers": [{ "name": "a", "image": "r.example/a", "securityContext": { "runAsNonRoot": false } }] }"""],
    Equivalents = ["CKV_K8S_23", "C-0013", "kics:cf34805e-3872-4c08-bf92-6ff7bb0cfadb", "gatekeeper:users", "kube-linter:run-as-non-root", "polaris:runAsRootAllowed", "kubeaudit:nonroot"],
})
{
    // Windows has no root.
    public override IEnumerable<Finding> Check(PodSpec pod) => pod.IsWindows ? []
        : pod.Containers.Where(container => container.SecuritySetting("runAsUser").IsAbsent).SelectMany(container => container.SecuritySetting("runAsNonRoot").Must("be true where runAsUser is absent", found => found.AsBoolean == true));
}
