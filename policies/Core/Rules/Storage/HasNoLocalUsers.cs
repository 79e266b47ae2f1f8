using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class HasNoLocalUsers() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-has-no-local-users",
    Title = "The storage account has no local users",
    Why = "A local user signs in with a password that no log of Entra knows.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set localUserEnabled to false.",
    Corrections = [new("localUserEnabled", "false")],
    Good = ["""{ "localUserEnabled": false }""", """{ }"""],
    Bad = ["""{ "localUserEnabled": true }""", """{ "isHnsEnabled": true }"""],
    Equivalents = ["CKV_AZURE_244"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localUserEnabled"].MustBe(false, whenAbsent: resource["isHnsEnabled"].AsBoolean != true); // local users come in by SFTP, which needs folders
}
