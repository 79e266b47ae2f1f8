using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ServersRefuseOldTls() : ResourcePolicy(new PolicyInfo
{
    Id = "database-servers-refuse-old-tls",
    Title = "Database servers refuse old TLS",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.High,
    Types = ["azure:mssql/server:Server", "azure:postgresql/server:Server", "azure:mysql/server:Server", "azure:mariadb/server:Server"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set the minimal version to 1.2.",
    Good = ["""{ "minimumTlsVersion": "1.2" }""", """{ "sslMinimalTlsVersionEnforced": "TLS1_2" }""", """{ }"""],
    Bad = ["""{ "minimumTlsVersion": "1.0" }""", """{ "sslMinimalTlsVersionEnforced": "TLS1_1" }""", """{ "minimumTlsVersion": "Disabled" }"""],
    Equivalents = ["CKV_AZURE_52", "CKV_AZURE_54", "CKV_AZURE_147", "CKV2_AZURE_37", "AVD-AZU-0026", "kics:8f0e6b2d-3c9a-4f1e-8d2a-7b6c5d4e3f21", "kics:c2a1d4e6-f789-4b0c-9e12-3456789abcde"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["minimumTlsVersion"], resource["sslMinimalTlsVersionEnforced"] }.SelectMany(version => version.MustBeOneOf(["1.2", "1.3", "TLS1_2", "TLS1_3"], whenAbsent: true));
}
