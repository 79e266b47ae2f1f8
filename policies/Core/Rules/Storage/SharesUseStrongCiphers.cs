using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class SharesUseStrongCiphers() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-shares-use-strong-ciphers",
    Title = "Shares encrypt with AES-256-GCM",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.Low,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set shareProperties.smb.channelEncryptionTypes to AES-256-GCM.",
    Good = ["""{ "shareProperties": { "smb": { "channelEncryptionTypes": [ "AES-256-GCM" ] } } }""", """{ }"""],
    Bad = ["""{ "shareProperties": { "smb": { "channelEncryptionTypes": [ "AES-128-CCM" ] } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["shareProperties.smb.channelEncryptionTypes"].EachMust(item => item.MustBe("AES-256-GCM", whenAbsent: true));
}
