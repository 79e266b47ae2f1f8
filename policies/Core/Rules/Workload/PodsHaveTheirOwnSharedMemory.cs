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
    Equivalents =
    [
        "CKV_K8S_3", "CKV_K8S_18", "AVD-KSV-0008", "C-0038", "C-0215", "kics:80f93444-b240-4ebb-a4c6-5c40b76c04ea", "kics:cd290efd-6c82-4e9d-a698-be12ae31d536",
        "kyverno:disallow-host-namespaces", "gatekeeper:host-namespaces", "kube-linter:host-ipc", "polaris:hostIPCSet", "kubeaudit:hostns",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["hostIPC"].MustNotBe(true);
}
