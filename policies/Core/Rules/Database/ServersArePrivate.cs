using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ServersArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "database-servers-are-private",
    Title = "Database servers are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:mssql/server:Server", "azure:postgresql/server:Server", "azure:mysql/server:Server", "azure:mariadb/server:Server"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Corrections = [new("publicNetworkAccessEnabled", "false")],
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_113", "CKV_AZURE_53", "CKV_AZURE_68", "CKV_AZURE_48", "AVD-AZU-0022", "kics:7f0a8696-7159-4337-ad0d-8a3ab4a78195", "kics:ade36cf4-329f-4830-a83d-9db72c800507", "kics:f118890b-2468-42b1-9ce9-af35146b425b", "kics:c7f8e9a1-b2c3-d4e5-f6a7-8901b2c3d4e5"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
