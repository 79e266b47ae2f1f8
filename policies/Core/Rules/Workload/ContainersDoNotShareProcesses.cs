using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersDoNotShareProcesses() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-do-not-share-processes",
    Title = "The containers of a pod do not see each other's processes",
    Why = "A compromised sidecar reads the memory of the model server.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Remove shareProcessNamespace.",
    Corrections = [new("shareProcessNamespace", "false")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "shareProcessNamespace": true, "containers": [] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["shareProcessNamespace"].MustNotBe(true);
}
