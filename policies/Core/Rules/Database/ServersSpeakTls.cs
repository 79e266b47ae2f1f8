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
    Good = ["""{ "sslEnforcementEnabled": true }""", """{ }"""],
    Bad = ["""{ "sslEnforcementEnabled": false }"""],
    Equivalents = ["CKV_AZURE_28", "CKV_AZURE_29", "CKV_AZURE_47", "AVD-AZU-0020"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sslEnforcementEnabled"].MustNotBe(false);
}
