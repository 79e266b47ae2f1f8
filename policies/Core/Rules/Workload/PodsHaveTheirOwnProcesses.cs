using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsHaveTheirOwnProcesses() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-have-their-own-processes",
    Title = "The pods do not see the node's processes",
    Why = "A container that sees the node's processes can read their memory and environment.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Host Namespaces")],
    Remediation = "Remove hostPID.",
    Corrections = [new("hostPID", "false")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "hostPID": true, "containers": [] }"""],
    Equivalents =
    [
        "CKV_K8S_1", "CKV_K8S_17", "AVD-KSV-0010", "C-0038", "C-0214", "kics:302736f4-b16c-41b8-befe-c0baffa0bd9d", "kics:91dacd0e-d189-4a9c-8272-5999a3cc32d9",
        "kyverno:disallow-host-namespaces", "gatekeeper:host-namespaces", "kube-linter:host-pid", "polaris:hostPIDSet", "kubeaudit:hostns",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["hostPID"].MustNotBe(true);
}
