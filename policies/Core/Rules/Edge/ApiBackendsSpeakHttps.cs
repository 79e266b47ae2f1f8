using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ApiBackendsSpeakHttps() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-api-backends-speak-https",
    Title = "API Management checks the servers that it calls",
    Why = "What is decrypted at the edge stays so on its way inside, to whoever answers.",
    Severity = Severity.High,
    Types = ["azure:apimanagement/backend:Backend"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Use https, and check chain and name.",
    Good = ["""{ "url": "https://a" }"""],
    Bad = ["""{ "url": "http://a" }""", """{ "url": "https://a", "tls": { "validateCertificateChain": false } }"""],
    Equivalents = ["CKV_AZURE_215"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["url"].Must("begin with https://", url => url.AsText?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true).Concat(resource["tls.validateCertificateChain"].MustNotBe(false)).Concat(resource["tls.validateCertificateName"].MustNotBe(false));
}
