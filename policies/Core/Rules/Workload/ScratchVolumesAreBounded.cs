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
    Good = ["""{ "containers": [], "volumes": [{ "name": "a", "emptyDir": { "sizeLimit": "1Gi" } }] }""", """{ "containers": [], "volumes": [{ "name": "a", "emptyDir": {} }] }"""],
    Bad = ["""{ "containers": [{ "name": "c", "image": "a:1", "volumeMounts": [{ "name": "a", "mountPath": "/a" }] }], "volumes": [{ "name": "a", "emptyDir": { "medium": "Memory" } }] }"""],
    Equivalents = ["kyverno:require-emptydir-requests-limits"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["volumes"].Items.Where(volume => !volume["emptyDir"].IsAbsent && !IsBoundedByItsContainers(pod, volume)).SelectMany(volume => volume["emptyDir.sizeLimit"].MustExist());

    // A volume that nobody mounts stays empty. What is written to one on disk counts against the disk of the containers, and to one in memory against their memory.
    private static bool IsBoundedByItsContainers(PodSpec pod, Field volume)
    {
        var resource = volume["emptyDir.medium"].AsText == "Memory" ? "memory" : "ephemeral-storage";
        var mounting = pod.Containers.Where(container => container["volumeMounts"] is var mounts && (mounts.IsUnknown || mounts.Items.Any(mount => mount["name"] is var name && (name.IsUnknown || volume["name"].IsUnknown || name.AsText == volume["name"].AsText))));
        return !volume["emptyDir.medium"].IsUnknown && mounting.All(container => !container["resources.limits"].Member(resource).IsAbsent);
    }
}
