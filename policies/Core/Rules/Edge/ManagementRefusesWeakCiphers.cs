using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ManagementRefusesWeakCiphers() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-management-refuses-weak-ciphers",
    Title = "API management refuses 3DES",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.Medium,
    Types = ["azure:apimanagement/service:Service"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Remove security.tripleDesCiphersEnabled.",
    Good = ["""{ "security": { "tripleDesCiphersEnabled": false } }""", """{ }"""],
    Bad = ["""{ "security": { "tripleDesCiphersEnabled": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["security.tripleDesCiphersEnabled"].MustNotBe(true);
}
