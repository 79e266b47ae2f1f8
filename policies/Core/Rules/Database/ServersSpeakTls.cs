using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ServersSpeakTls() : ResourcePolicy(new PolicyInfo
{
    Id = "database-servers-speak-tls",
    Title = "Database servers speak only TLS",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = ["azure:postgresql/server:Server", "azure:mysql/server:Server", "azure:mariadb/server:Server"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Remove sslEnforcementEnabled, or set it to true.",
    Corrections = [new("sslEnforcementEnabled", "true")],
    Good = ["""{ "sslEnforcementEnabled": true }""", """{ "sslEnforcement": "Enabled" }"""],
    Bad = ["""{ "sslEnforcementEnabled": false }""", """{ }"""],
    Equivalents = ["kics:8f0e6b2d-3c9a-4f1e-8d2a-7b6c5d4e3f21", "CKV_AZURE_28", "CKV_AZURE_29", "CKV_AZURE_47", "CKV2_AZURE_37", "AVD-AZU-0020", "kics:0437633b-daa6-4bbc-8526-c0d2443b946e", "kics:73e42469-3a86-4f39-ad78-098f325b4e9f", "kics:93f9tyjk-e5f6-7890-ab12-cd34ef567890", "kics:c3f2e1d0-b9a8-7c6d-5e4f-3210fedcba98", "kics:90120147-f2e7-4fda-bb21-6fa9109afd63", "kics:bf500309-da53-4dd3-bcf7-95f7974545a5"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sslEnforcement"].IsAbsent ? resource["sslEnforcementEnabled"].MustBe(true) : resource["sslEnforcement"].MustBe("Enabled");
}
