using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class CachesSpeakTls() : ResourcePolicy(new PolicyInfo
{
    Id = "data-caches-speak-tls",
    Title = "Caches speak only TLS",
    Why = "Keys and data travel in clear otherwise.",
    Severity = Severity.High,
    Types = ["azure:redis/cache:Cache"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Remove nonSslPortEnabled.",
    Corrections = [new("nonSslPortEnabled", "false")],
    Good = ["""{ "nonSslPortEnabled": false }""", """{ }"""],
    Bad = ["""{ "nonSslPortEnabled": true }"""],
    Equivalents = ["CKV_AZURE_91", "kics:e29a75e6-aba3-4896-b42d-b87818c16b58"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["nonSslPortEnabled"].MustNotBe(true);
}
