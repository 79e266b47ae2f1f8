using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ToolsAreDeniedByDefault() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-tools-are-denied-by-default",
    Title = "Tools are denied unless a rule allows them",
    Why = "Every caller of the route may otherwise make every tool act.",
    Severity = Severity.High,
    Types = [GatewayRoutes.ToolRoute],
    Threats = [Threat.ToolExploitation, Threat.DecisionExploitation],
    Controls = [Framework.OwaspAgentic("ASI02"), Framework.OwaspAgentic("ASI03"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025"), Framework.Atlas("AML.M0028")],
    Remediation = "Set securityPolicy.authorization.defaultAction to Deny, with a rule for each tenant and tool.",
    Corrections = [new("defaultAction", "\"Deny\"")],
    Good = ["""{ "spec": { "securityPolicy": { "authorization": { "defaultAction": "Deny", "rules": [] } } } }"""],
    Bad = ["""{ "spec": { } }""", """{ "spec": { "securityPolicy": { "oauth": { } } } }""", """{ "spec": { "securityPolicy": { "authorization": { "defaultAction": "Allow" } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.securityPolicy.authorization"].IsAbsent ? resource["spec.securityPolicy.authorization"].MustExist() : resource["spec.securityPolicy.authorization.defaultAction"].MustBe("Deny", whenAbsent: true);
}
