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
    Equivalents = ["CKV_AZURE_52", "CKV_AZURE_54", "CKV_AZURE_147", "CKV2_AZURE_37", "AVD-AZU-0026"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["minimumTlsVersion"], resource["sslMinimalTlsVersionEnforced"] }.SelectMany(version => version.MustBeOneOf(["1.2", "1.3", "TLS1_2", "TLS1_3"], whenAbsent: true));
}
