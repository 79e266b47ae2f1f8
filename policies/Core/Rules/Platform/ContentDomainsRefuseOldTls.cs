using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class ContentDomainsRefuseOldTls() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-content-domains-refuse-old-tls",
    Title = "Domains of content networks refuse old TLS",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = ["azure:cdn/endpointCustomDomain:EndpointCustomDomain"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set tlsVersion to TLS12.",
    Good = ["""{ "cdnManagedHttps": { "tlsVersion": "TLS12" } }""", """{ }"""],
    Bad = ["""{ "cdnManagedHttps": { "tlsVersion": "TLS10" } }"""],
    Equivalents = ["CKV_AZURE_200"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["cdnManagedHttps.tlsVersion"], resource["userManagedHttps.tlsVersion"] }.SelectMany(version => version.MustNotBe("None", "TLS10"));
}
