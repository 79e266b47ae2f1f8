using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ServersDetectThreats() : ResourcePolicy(new PolicyInfo
{
    Id = "database-servers-detect-threats",
    Title = "Database servers detect attacks",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Medium,
    Types = ["azure:postgresql/server:Server", "azure:mysql/server:Server"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Set threatDetectionPolicy.enabled to true.",
    Good = ["""{ "threatDetectionPolicy": { "enabled": true } }"""],
    Bad = ["""{ "threatDetectionPolicy": { "enabled": false } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_127", "CKV_AZURE_128", "kics:c407c3cf-c409-4b29-b590-db5f4138d332"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["threatDetectionPolicy.enabled"].MustBe(true);
}
