using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class ExplorersEncryptDisks() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-explorers-encrypt-disks",
    Title = "Data Explorer clusters encrypt their disks",
    Why = "One broken layer of encryption is the end otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:kusto/cluster:Cluster"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-4")],
    Remediation = "Set diskEncryptionEnabled to true.",
    Good = ["""{ "diskEncryptionEnabled": true }""", """{ "enableDiskEncryption": true }"""],
    Bad = ["""{ }""", """{ "diskEncryptionEnabled": false }"""],
    Equivalents = ["CKV_AZURE_74"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["diskEncryptionEnabled"].IsAbsent ? resource["enableDiskEncryption"].IsAbsent ? resource["diskEncryptionEnabled"].MustBe(true) : resource["enableDiskEncryption"].MustBe(true) : resource["diskEncryptionEnabled"].MustBe(true);
}
