using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class CertificatesRenewTheirKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-certificates-renew-their-keys",
    Title = "Renewed certificates have a new key",
    Why = "A stolen key stays good for ever.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/certificate:Certificate"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Remove certificatePolicy.keyProperties.reuseKey, or set it to false.",
    Corrections = [new("reuseKey", "false")],
    Good = ["""{ "certificatePolicy": { "keyProperties": { "reuseKey": false } } }""", """{ }"""],
    Bad = ["""{ "certificatePolicy": { "keyProperties": { "reuseKey": true } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["certificatePolicy.keyProperties.reuseKey"].MustNotBe(true);
}
