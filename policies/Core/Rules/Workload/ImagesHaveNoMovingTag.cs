using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ImagesHaveNoMovingTag() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-images-have-no-moving-tag",
    Title = "The images do not have a tag that moves",
    Why = "The tag latest, or none, or one such as dev or nightly, is whatever was pushed last.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Name the image by digest.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example:5000/a:1.2" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example:5000/a" }] }""", """{ "containers": [{ "name": "a", "image": "a:latest" }] }"""],
    Equivalents =
    [
        "CKV_K8S_14", "AVD-KSV-0013", "C-0075", "C-0304", "kics:583053b7-e632-46f0-b989-f81ff8045385", "kyverno:disallow-latest-tag", "gatekeeper:disallowedtags",
        "kube-linter:latest-tag", "kube-score:container-image-tag", "polaris:tagNotSpecified", "kubeaudit:image",
    ],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["image"].Must("name a digest or a tag that stays", image => Fixed(image.AsText ?? "")));

    private static readonly HashSet<string> Moving = new(StringComparer.OrdinalIgnoreCase) { "", "latest", "main", "master", "dev", "develop", "edge", "nightly", "canary", "snapshot", "unstable" };

    private static bool Fixed(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        return name.Contains('@', StringComparison.Ordinal) || (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !Moving.Contains(name[(colon + 1)..]));
    }
}
