using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsCarryNoToken() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-carry-no-token",
    Title = "The pods carry no service account token",
    Why = "A token in a pod is the first thing that an intruder uses.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.CisAks("4.1.6")],
    Remediation = "Set automountServiceAccountToken to false.",
    Corrections = [new("automountServiceAccountToken", "false")],
    Good = ["""{ "automountServiceAccountToken": false, "containers": [] }"""],
    Bad = ["""{ "containers": [] }"""],
    Equivalents = ["CKV_K8S_38", "AVD-KSV-0036", "C-0034"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["automountServiceAccountToken"].MustBe(false);
}
