using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsHaveTheirOwnSharedMemory() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-have-their-own-shared-memory",
    Title = "The pods do not share the node's interprocess communication",
    Why = "Shared memory of the node leaks the data of other processes.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Host Namespaces")],
    Remediation = "Remove hostIPC.",
    Corrections = [new("hostIPC", "false")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "hostIPC": true, "containers": [] }"""],
    Equivalents = ["CKV_K8S_18", "AVD-KSV-0008", "C-0038"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["hostIPC"].MustNotBe(true);
}
