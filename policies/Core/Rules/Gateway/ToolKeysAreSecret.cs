using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ToolKeysAreSecret() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-tool-keys-are-secret",
    Title = "Keys of tool servers come from a Secret",
    Why = "A key in the route is read by whoever reads routes; one in a query parameter is in every log.",
    Severity = Severity.High,
    Types = [GatewayRoutes.ToolRoute],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.Atlas("AML.T0055"), Framework.Atlas("AML.T0098"), Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Use securityPolicy.apiKey.secretRef and a header.",
    Good = ["""{ "spec": { "backendRefs": [{ "name": "a", "securityPolicy": { "apiKey": { "secretRef": { "name": "k" } } } }] } }"""],
    Bad = ["""{ "spec": { "backendRefs": [{ "name": "a", "securityPolicy": { "apiKey": { "inline": "abc" } } }] } }""", """{ "spec": { "backendRefs": [{ "name": "a", "securityPolicy": { "apiKey": { "secretRef": { "name": "k" }, "queryParam": "key" } } }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.backendRefs"].Items.SelectMany(backend => new[] { "inline", "queryParam" }.Select(name => backend["securityPolicy.apiKey"].Member(name))).Where(field => !field.IsAbsent).Select(field => new Violation(resource.Urn, field.Path, $"{field.Path} must not be set, but is"));
}
