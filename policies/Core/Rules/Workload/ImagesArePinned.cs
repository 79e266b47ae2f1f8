using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed partial class ImagesArePinned() : WorkloadPolicy(new PolicyInfo
{
    Id = "workload-images-are-pinned",
    Title = "The images are named by digest",
    Why = "A tag can be moved to another image; a digest cannot.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Name the image as repository@sha256:digest.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/a:1.2" }] }"""],
    Equivalents = ["CKV_K8S_43", "C-0236", "kics:7c81d34c-8e5a-402b-9798-9f442630e678", "kyverno:require-image-checksum", "gatekeeper:imagedigests"],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Containers.SelectMany(container => container["image"].Must("name a digest (@sha256:…)", image => Digest().IsMatch(image.AsText ?? "")));

    // A digest that is too short names no image: the node refuses it.
    [GeneratedRegex("@[a-z0-9+._-]+:[0-9a-f]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Digest();
}
