using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ServersAreEncryptedTwice() : ResourcePolicy(new PolicyInfo
{
    Id = "database-servers-are-encrypted-twice",
    Title = "Database servers are encrypted twice",
    Why = "One broken layer of encryption is the end otherwise.",
    Severity = Severity.Low,
    Types = ["azure:postgresql/server:Server", "azure:mysql/server:Server"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-4")],
    Remediation = "Set infrastructureEncryptionEnabled to true.",
    Corrections = [new("infrastructureEncryptionEnabled", "true")],
    Good = ["""{ "infrastructureEncryptionEnabled": true }"""],
    Bad = ["""{ "infrastructureEncryptionEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_96", "CKV_AZURE_130", "kics:6425c98b-ca4e-41fe-896a-c78772c131f8"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["infrastructureEncryptionEnabled"].MustBe(true);
}
