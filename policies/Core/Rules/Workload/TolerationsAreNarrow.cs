using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class TolerationsAreNarrow() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-tolerations-are-narrow",
    Title = "Tolerations name the taint",
    Why = "A pod that tolerates everything lands on GPU and sandbox nodes.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Name the key.",
    Good = ["""{ "containers": [], "tolerations": [{ "key": "sku", "operator": "Equal", "value": "gpu" }] }"""],
    Bad = ["""{ "containers": [], "tolerations": [{ "operator": "Exists" }] }"""],
})
{
    // A daemon set of the platform runs on every node on purpose.
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Owner.Type.EndsWith(":DaemonSet", StringComparison.Ordinal) ? [] : pod["tolerations"].Items.SelectMany(Judge);

    private static IEnumerable<Finding> Judge(Field toleration) =>
        toleration.IsUnknown || ((toleration["key"].IsAbsent || toleration["key"].AsText == "") && toleration["operator"].IsUnknown) ? [toleration.Undetermined("name a taint")]
        : (toleration["key"].IsAbsent || toleration["key"].AsText == "") && toleration["operator"].AsText == "Exists" ? [toleration.Violation("name a taint")] : [];
}
