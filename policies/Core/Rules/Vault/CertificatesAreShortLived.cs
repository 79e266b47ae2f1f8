using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class CertificatesAreShortLived() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-certificates-are-short-lived",
    Title = "Certificates last no longer than a year",
    Why = "A stolen key stays good until the certificate ends.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/certificate:Certificate"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set certificatePolicy.x509CertificateProperties.validityInMonths to at most 12.",
    Good = ["""{ "certificatePolicy": { "x509CertificateProperties": { "validityInMonths": 12 } } }""", """{ }"""],
    Bad = ["""{ "certificatePolicy": { "x509CertificateProperties": { "validityInMonths": 13 } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["certificatePolicy.x509CertificateProperties.validityInMonths"].MustBeAtMost(12, whenAbsent: true);
}
