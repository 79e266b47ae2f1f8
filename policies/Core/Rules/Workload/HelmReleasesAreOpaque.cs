using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class HelmReleasesAreOpaque() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-helm-releases-are-opaque",
    Title = "Helm releases are looked at by other means",
    Why = "What a chart makes is not seen by these policies: render it and check the manifests.",
    Severity = Severity.Low,
    Types = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart", "kubernetes:yaml/v2:ConfigFile", "kubernetes:yaml/v2:ConfigGroup"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Run `helm template` and `llmops check` on the result; exempt the release with that as the reason.",
    Good = [],
    Bad = ["""{ "chart": "a" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        [new Violation(resource.Urn, "", "the release must be rendered and its manifests checked, because what it makes is not visible here")];
}
