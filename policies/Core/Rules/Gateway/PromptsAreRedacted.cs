using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class PromptsAreRedacted() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-prompts-are-redacted",
    Title = "The gateway's traces and logs hold no prompts",
    Why = "Traces hold whole prompts and answers by default.",
    Severity = Severity.High,
    Types = [GatewayRoutes.Release, GatewayRoutes.GatewayConfig],
    Threats = [Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Atlas("AML.T0057")],
    Remediation = "Set extProc.enableRedaction to true, and OPENINFERENCE_HIDE_INPUTS and OPENINFERENCE_HIDE_OUTPUTS to \"true\".",
    Corrections = [new("enableRedaction", "true")],
    Good = ["""{ "chart": "oci://r.example/ai-gateway-helm", "values": { "extProc": { "enableRedaction": true } } }""", """{ "chart": "other" }"""],
    Bad = ["""{ "chart": "oci://r.example/ai-gateway-helm", "values": { } }""", """{ "chart": "oci://r.example/ai-gateway-helm@sha256:00", "values": { "extProc": { "enableRedaction": false } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource.Type.EndsWith(":GatewayConfig", StringComparison.Ordinal) ? resource["spec.extProc"].IsAbsent ? [] : Hidden.SelectMany(name => Variable(resource, name).MustBe(true)).Take(1)
        : resource["chart"].AsText?.Contains("ai-gateway-helm", StringComparison.Ordinal) == true ? resource["values.extProc.enableRedaction"].MustBe(true) : [];

    private static readonly string[] Hidden = ["OPENINFERENCE_HIDE_INPUTS", "OPENINFERENCE_HIDE_OUTPUTS"];

    private static Field Variable(Resource config, string name)
    {
        var entry = config["spec.extProc.kubernetes.env"].Items.FirstOrDefault(one => one["name"].AsText == name);
        return entry.Resource is null ? config["spec.extProc.kubernetes.env"].Member(name) : entry["value"];
    }
}
