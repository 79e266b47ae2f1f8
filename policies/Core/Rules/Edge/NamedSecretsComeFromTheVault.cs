using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class NamedSecretsComeFromTheVault() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-named-secrets-come-from-the-vault",
    Title = "Secret values of API Management come from the vault",
    Why = "They are in the state of the program otherwise.",
    Severity = Severity.High,
    Types = ["azure:apimanagement/namedValue:NamedValue"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("IM-8")],
    Remediation = "Set valueFromKeyVault.",
    Good = ["""{ "secret": true, "valueFromKeyVault": { "secretId": "https://v" } }""", """{ "value": "a" }"""],
    Bad = ["""{ "secret": true, "value": "x" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["secret"].AsBoolean == true ? resource["valueFromKeyVault.secretId"].MustExist() : [];
}
