using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class VolumesAreNotOfTheNode() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-volumes-are-not-of-the-node",
    Title = "The pods mount nothing of the node",
    Why = "A path of the node is a way to its credentials, its runtime and its other pods.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.Pss("baseline/HostPath Volumes")],
    Remediation = "Use a volume that the cluster provides.",
    Good = ["""{ "volumes": [{ "name": "cache", "emptyDir": {} }], "containers": [] }"""],
    Bad = ["""{ "volumes": [{ "name": "root", "hostPath": { "path": "/" } }], "containers": [] }"""],
    Equivalents =
    [
        "CKV_K8S_29", "AVD-KSV-0023", "C-0045", "C-0048", "kics:aa8f7a35-9923-4cad-bd61-a19b7f6aac91", "kics:b7652612-de4e-4466-a0bf-1cd81f0c6063",
        "kics:de4421f1-4e35-43b4-9783-737dd4e4a47e", "kyverno:disallow-host-path", "gatekeeper:host-filesystem", "kube-linter:writable-host-mount", "polaris:hostPathSet",
        "kubeaudit:mounts",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod["volumes"].Items.SelectMany(volume => volume.Member("hostPath").MustBeAbsent());
}
