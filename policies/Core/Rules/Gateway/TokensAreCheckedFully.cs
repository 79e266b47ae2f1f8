using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class TokensAreCheckedFully() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-tokens-are-checked-fully",
    Title = "Tokens are checked for issuer and audience",
    Why = "A token for another application, or of another issuer with the same keys, otherwise counts.",
    Severity = Severity.High,
    Types = [GatewayRoutes.SecurityPolicy],
    Threats = [Threat.ModelStealing, Threat.FullStack],
    Controls = [Framework.Atlas("AML.T0012"), Framework.Nist("IA-5")],
    Remediation = "Set issuer and audiences of each jwt provider, and leave optional out.",
    Corrections = [new("optional", "false")],
    Good = ["""{ "spec": { "jwt": { "providers": [{ "name": "i", "issuer": "https://i", "audiences": ["a"] }] } } }""", """{ "spec": { "cors": { } } }"""],
    Bad = ["""{ "spec": { "jwt": { "providers": [{ "name": "i", "audiences": ["a"] }] } } }""", """{ "spec": { "jwt": { "providers": [{ "name": "i", "issuer": "https://i" }] } } }""", """{ "spec": { "jwt": { "optional": true, "providers": [{ "name": "i", "issuer": "https://i", "audiences": ["a"] }] } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.jwt.optional"].MustNotBe(true).Concat(resource["spec.jwt.providers"].Items.SelectMany(provider => provider["issuer"].MustExist().Concat(provider["audiences"].MustExist())));
}
