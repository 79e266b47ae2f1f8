using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ToolsAreListed() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-tools-are-listed",
    Title = "Each tool that exists for clients is listed",
    Why = "A tool server that grows a tool, or was taken over, offers it at once otherwise.",
    Severity = Severity.High,
    Types = [GatewayRoutes.ToolRoute],
    Threats = [Threat.ToolExploitation, Threat.DecisionExploitation, Threat.SupplyChain],
    Controls = [Framework.OwaspAgentic("ASI02"), Framework.OwaspAgentic("ASI04"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025"), Framework.Atlas("AML.T0110")],
    Remediation = "List the tools in toolSelector.include.",
    Good = ["""{ "spec": { "backendRefs": [{ "name": "a", "toolSelector": { "include": ["search"] } }] } }""", """{ "spec": { "backendRefs": [{ "name": "a", "toolSelector": { "includeRegex": ["^search_[a-z]+$"] } }] } }"""],
    Bad = ["""{ "spec": { "backendRefs": [{ "name": "a" }] } }""", """{ "spec": { "backendRefs": [{ "name": "a", "toolSelector": { "include": ["search"] } }, { "name": "b", "toolSelector": { "includeRegex": [".*"] } }] } }""", """{ "spec": { "backendRefs": [{ "name": "a", "toolSelector": { "exclude": ["delete"] } }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.backendRefs"].Items.SelectMany(backend => backend["toolSelector.includeRegex"].Items.Any() ? backend["toolSelector.includeRegex"].Items.SelectMany(pattern => pattern.Must("name tools", one => one.AsText?.Trim('^', '$') is not (".*" or ".+" or "")))
        : backend["toolSelector.include"].MustExist());
}
