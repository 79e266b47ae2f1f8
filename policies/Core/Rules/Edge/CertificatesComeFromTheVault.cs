using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class CertificatesComeFromTheVault() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-certificates-come-from-the-vault",
    Title = "Certificates of application gateways come from the vault",
    Why = "A certificate with its key is in the state of the program otherwise.",
    Severity = Severity.High,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-7")],
    Remediation = "Set keyVaultSecretId.",
    Good = ["""{ "sslCertificates": [{ "keyVaultSecretId": "https://v" }] }"""],
    Bad = ["""{ "sslCertificates": [{ "data": "x", "password": "y" }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sslCertificates"].Items.SelectMany(certificate => certificate["keyVaultSecretId"].MustExist());
}
