using LlmOpsSecure.Policies.Floors;
using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ChartsAreAboveTheFloor() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-charts-are-above-the-floor",
    Title = "Charts with known ways in are new enough",
    Why = "The advisories are public, and so are programs that use them.",
    Severity = Severity.High,
    Types = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart"],
    Threats = [Threat.FullStack, Threat.SupplyChain],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Nist("SI-2")],
    Remediation = "Raise the chart to the version that the message names.",
    Good = ["""{ "chart": "gpu-operator", "version": "v26.3.2" }""", """{ "chart": "other", "version": "0.1.0" }""", """{ "chart": "gpu-operator" }"""],
    Bad = ["""{ "chart": "gpu-operator", "version": "v24.9.0" }""", """{ "chart": "oci://docker.io/envoyproxy/gateway-helm", "version": "1.7.1" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["chart"].AsText is { } chart && VersionFloors.OfChart(chart) is { } floor && resource["version"] is { IsAbsent: false } version
        ? version.Must($"be {floor.Name} {floor.Minimum} or newer ({string.Join(", ", floor.Advisories.Take(3))})", found => VersionText.Parse(found.AsText) is not { } parsed || (!(parsed < floor.Minimum) && !floor.Refused.Any(refused => VersionText.Parse(refused) == parsed))) : [];
}
