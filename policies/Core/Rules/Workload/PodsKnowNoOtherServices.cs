using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class PodsKnowNoOtherServices() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-pods-know-no-other-services",
    Title = "The pods do not get the addresses of all services",
    Why = "Service links put every service of the namespace into the environment of a compromised container.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set enableServiceLinks to false.",
    Corrections = [new("enableServiceLinks", "false")],
    Good = ["""{ "enableServiceLinks": false, "containers": [] }"""],
    Bad = ["""{ "containers": [] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["enableServiceLinks"].MustBe(false);
}
