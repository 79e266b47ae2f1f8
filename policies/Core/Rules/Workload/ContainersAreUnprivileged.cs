using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersAreUnprivileged() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-are-unprivileged",
    Title = "The containers are not privileged",
    Why = "A privileged container owns the node.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Privileged Containers")],
    Remediation = "Remove privileged, and add the single capability that is needed.",
    Corrections = [new("privileged", "false")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "privileged": true } }] }"""],
    Equivalents =
    [
        "CKV_K8S_2", "CKV_K8S_16", "AVD-KSV-0017", "C-0057", "C-0213", "kics:c48e57d3-d642-4e0b-90db-37f807b41b91", "kics:dd29336b-fe57-445b-a26e-e6aa867ae609",
        "kubescape:rule-privileged-container", "kyverno:disallow-privileged-containers", "gatekeeper:privileged-containers", "kube-linter:privileged-container",
        "kube-linter:scc-deny-privileged-container", "polaris:runAsPrivileged", "kubeaudit:privileged",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["securityContext.privileged"].MustNotBe(true));
}
