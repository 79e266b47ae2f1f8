using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed partial class LimitsFailClosed() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-limits-fail-closed",
    Title = "Limits that cannot be counted refuse",
    Why = "When the counter is down, everybody has an unlimited budget otherwise; tying up the counter is then the attack.",
    Severity = Severity.High,
    Types = [GatewayRoutes.Release, KubernetesTypes.ConfigMap],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-24")],
    Remediation = "Set rateLimit.failClosed to true.",
    Corrections = [new("failClosed", "true")],
    Good = ["""{ "chart": "gateway-helm", "values": { "config": { "envoyGateway": { "rateLimit": { "failClosed": true, "backend": { } } } } } }""", """{ "chart": "gateway-helm", "values": { } }""", """{ "data": { "envoy-gateway.yaml": "rateLimit:\n  failClosed: true\n" } }""", """{ "data": { "other": "rateLimit:" } }"""],
    Bad = ["""{ "data": { "envoy-gateway.yaml": "kind: EnvoyGateway\nrateLimit:\n  backend:\n    type: Redis\n" } }""", """{ "chart": "gateway-helm", "values": { "config": { "envoyGateway": { "rateLimit": { "backend": { } } } } } }""", """{ "chart": "gateway-helm", "values": { "config": { "envoyGateway": { "rateLimit": { "failClosed": false } } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["data"].Member("envoy-gateway.yaml") is { IsAbsent: false } file ? file.Must("set failClosed: true in rateLimit", text => text.AsText is not { } yaml || !yaml.Contains("rateLimit:", StringComparison.Ordinal) || FailClosed().IsMatch(yaml))
        : resource["values.config.envoyGateway.rateLimit"].IsAbsent ? [] : resource["values.config.envoyGateway.rateLimit.failClosed"].MustBe(true);

    // The file that Envoy Gateway reads where it is not installed by its chart.
    [GeneratedRegex(@"^\s*failClosed:\s*true\s*(#.*)?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FailClosed();
}
