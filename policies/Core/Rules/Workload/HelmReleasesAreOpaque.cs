using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class HelmReleasesAreOpaque() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-helm-releases-are-opaque",
    Title = "Helm charts are those that somebody has looked at",
    Why = "What a chart makes is not seen by these policies: render it, check the manifests, and pin what was checked by digest.",
    Severity = Severity.Low,
    Types = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart", "kubernetes:yaml/v2:ConfigFile", "kubernetes:yaml/v2:ConfigGroup"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Run `helm template` and `llmops check` on the result, then name the chart by the digest that was checked.",
    Good = ["""{ "chart": "oci://r.example/a@sha256:0000000000000000000000000000000000000000000000000000000000000000" }"""],
    Bad = ["""{ "chart": "a" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["chart"].IsUnknown ? [resource["chart"].Undetermined("name a digest")]
        : resource["chart"].AsText?.Contains("@sha256:", StringComparison.Ordinal) == true ? []
        : [new Violation(resource.Urn, "", "the release must be rendered and its manifests checked, because what it makes is not visible here; then its chart must be pinned by digest")];
}
