using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ScratchVolumesAreBounded() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-scratch-volumes-are-bounded",
    Title = "Scratch volumes have a size",
    Why = "One that grows without end takes the node's disk, or its memory.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nist("SC-5")],
    Remediation = "Set emptyDir.sizeLimit.",
    Good = ["""{ "containers": [], "volumes": [{ "name": "a", "emptyDir": { "sizeLimit": "1Gi" } }] }"""],
    Bad = ["""{ "containers": [], "volumes": [{ "name": "a", "emptyDir": { "medium": "Memory" } }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["volumes"].Items.Where(volume => !volume["emptyDir"].IsAbsent).SelectMany(volume => volume["emptyDir.sizeLimit"].MustExist());
}
