using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class InternalCertificatesAreShortLived() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-internal-certificates-are-short-lived",
    Title = "Certificates inside live a year at most",
    Why = "A key that leaked lets somebody in until its certificate ends.",
    Severity = Severity.Medium,
    Types = ["tls:index/locallySignedCert:LocallySignedCert", "tls:index/selfSignedCert:SelfSignedCert"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Nist("IA-5"), Framework.Mcsb("DP-7")],
    Remediation = "Set validityPeriodHours to at most 8784.",
    Good = ["""{ "validityPeriodHours": 2160 }""", """{ "validityPeriodHours": 87600, "isCaCertificate": true }"""],
    Bad = ["""{ "validityPeriodHours": 87600 }""", """{ "validityPeriodHours": 876000, "isCaCertificate": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["validityPeriodHours"].MustBeAtMost(resource["isCaCertificate"].AsBoolean == true ? 87600 : 8784);
}
