using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class IsEncryptedTwice() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-is-encrypted-twice",
    Title = "Data at rest is encrypted twice",
    Why = "One flaw in one layer is then not enough.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set infrastructureEncryptionEnabled to true.",
    Good = ["""{ "infrastructureEncryptionEnabled": true }"""],
    Bad = ["""{ "infrastructureEncryptionEnabled": false }""", """{ }"""],
    Equivalents = ["AZU-0061"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["infrastructureEncryptionEnabled"].MustBe(true);
}
