using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ImagesArePulledAgain() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-images-are-pulled-again",
    Title = "Images with a tag are pulled each time",
    Why = "An image that is taken from the node was perhaps pulled with rights that this pod does not have.",
    Severity = Severity.Low,
    Types = [],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set imagePullPolicy to Always, or name the image by digest.",
    Corrections = [new("imagePullPolicy", "\"Always\"")],
    Good = ["""{ "containers": [{ "name": "a", "image": "a:1", "imagePullPolicy": "Always" }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "a:1" }] }"""],
    Equivalents = ["CKV_K8S_15", "C-0075", "kics:caa3479d-885d-4882-9aac-95e5e78ef5c2", "kube-score:container-image-pull-policy", "polaris:pullPolicyNotAlways"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.Where(container => container["image"].AsText?.Contains('@', StringComparison.Ordinal) == false).SelectMany(container => container["imagePullPolicy"].MustBe("Always", whenAbsent: container["image"].AsText is { } image && (image.EndsWith(":latest", StringComparison.Ordinal) || !image[(image.LastIndexOf('/') + 1)..].Contains(':', StringComparison.Ordinal))));
}
