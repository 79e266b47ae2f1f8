using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsHaveTheirOwnNetwork() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-have-their-own-network",
    Title = "The pods do not use the node's network",
    Why = "The node's network is outside every network policy and reaches the metadata service.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/Host Namespaces")],
    Remediation = "Remove hostNetwork.",
    Corrections = [new("hostNetwork", "false")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "hostNetwork": true, "containers": [] }"""],
    Equivalents = ["CKV_K8S_19", "AVD-KSV-0009", "C-0041"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["hostNetwork"].MustNotBe(true);
}
