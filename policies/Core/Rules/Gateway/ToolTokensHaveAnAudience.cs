using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ToolTokensHaveAnAudience() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-tool-tokens-have-an-audience",
    Title = "Tokens for tools are meant for these tools",
    Why = "Without an audience, a token that was given for something else calls the tools.",
    Severity = Severity.High,
    Types = [GatewayRoutes.ToolRoute],
    Threats = [Threat.ToolExploitation],
    Controls = [Framework.OwaspAgentic("ASI03"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025"), Framework.Atlas("AML.T0012")],
    Remediation = "Set securityPolicy.oauth.issuer and audiences, or use API keys from a Secret.",
    Good = ["""{ "spec": { "securityPolicy": { "oauth": { "issuer": "https://i", "audiences": ["a"] } } } }""", """{ "spec": { "securityPolicy": { "apiKeyAuth": { } } } }"""],
    Bad = ["""{ "spec": { } }""", """{ "spec": { "securityPolicy": { "oauth": { "issuer": "https://i" } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.securityPolicy.apiKeyAuth"].IsAbsent || !resource["spec.securityPolicy.oauth"].IsAbsent ? resource["spec.securityPolicy.oauth.audiences"].MustExist() : [];
}
