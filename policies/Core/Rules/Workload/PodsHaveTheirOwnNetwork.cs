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
    Equivalents =
    [
        "CKV_K8S_4", "CKV_K8S_19", "AVD-KSV-0009", "C-0041", "C-0216", "kics:6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a", "kics:a33e9173-b674-4dfb-9d82-cf3754816e4b",
        "kyverno:disallow-host-namespaces", "gatekeeper:host-network-ports", "kube-linter:host-network", "polaris:hostNetworkSet", "kubeaudit:hostns",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["hostNetwork"].MustNotBe(true);
}
