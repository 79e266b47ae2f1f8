using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class HasNoSftp() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-has-no-sftp",
    Title = "The storage account speaks no SFTP",
    Why = "Another door with passwords of its own.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Remove sftpEnabled.",
    Corrections = [new("sftpEnabled", "false")],
    Good = ["""{ "sftpEnabled": false }""", """{ }"""],
    Bad = ["""{ "sftpEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sftpEnabled"].MustNotBe(true);
}
