using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ContainersHaveAReadOnlyRoot() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-containers-have-a-read-only-root",
    Title = "The root file system of the containers is read-only",
    Why = "A file system that cannot be written keeps no dropped tools and no changed programs.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set readOnlyRootFilesystem to true and mount what must be written.",
    Corrections = [new("readOnlyRootFilesystem", "true")],
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000", "securityContext": { "readOnlyRootFilesystem": true } }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Equivalents =
    [
        "CKV_K8S_22", "AVD-KSV-0014", "C-0017", "kics:a9c2f49d-0671-4fc9-9ece-f4e261e128d0", "kyverno:require-ro-rootfs", "gatekeeper:read-only-root-filesystem",
        "kube-linter:no-read-only-root-fs", "polaris:notReadOnlyRootFilesystem", "kubeaudit:rootfs",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.IsWindows ? [] : pod.Containers.SelectMany(container => container["securityContext.readOnlyRootFilesystem"].MustBe(true));
}
