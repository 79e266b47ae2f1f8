using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class AccessLogsHoldNoCredentials() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-access-logs-hold-no-credentials",
    Title = "Access logs hold neither credentials nor bodies",
    Why = "Whoever reads the log can call as everybody in it.",
    Severity = Severity.High,
    Types = [GatewayRoutes.Proxy],
    Threats = [Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Nist("AU-3")],
    Remediation = "Remove the headers that carry credentials from the format.",
    Good = ["""{ "spec": { "telemetry": { "accessLog": { "settings": [{ "format": { "json": { "tenant": "%REQ(X-TENANT-ID)%" } } }] } } } }"""],
    Bad = ["""{ "spec": { "telemetry": { "accessLog": { "settings": [{ "format": { "json": { "auth": "%REQ(Authorization)%" } } }] } } } }""", """{ "spec": { "telemetry": { "accessLog": { "settings": [{ "format": { "type": "Text", "text": "%START_TIME% %REQ(COOKIE?X-API-KEY)%" } }] } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.telemetry.accessLog.settings"].Items.SelectMany(setting => setting["format.json"].Members.Select(member => member.Field).Append(setting["format.text"]))
        .Where(format => format.AsText is { } text && Refused.Any(header => text.Contains(header, StringComparison.OrdinalIgnoreCase))).Select(format => format.Violation("not log a credential"));

    private static readonly string[] Refused = ["REQ(AUTHORIZATION", "?AUTHORIZATION", "REQ(COOKIE", "REQ(X-API-KEY", "?X-API-KEY", "REQ(API-KEY", "RESP(SET-COOKIE"];
}
