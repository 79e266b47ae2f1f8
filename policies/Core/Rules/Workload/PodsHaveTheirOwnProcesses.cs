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
    Equivalents = ["CKV_K8S_17", "AVD-KSV-0010", "C-0038"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["hostPID"].MustNotBe(true);
}
