using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class SharesSpeakCurrentSmb() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-shares-speak-current-smb",
    Title = "Shares speak only SMB 3.1.1",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.Low,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set shareProperties.smb.versions to SMB3.1.1.",
    Good = ["""{ "shareProperties": { "smb": { "versions": [ "SMB3.1.1" ] } } }""", """{ }"""],
    Bad = ["""{ "shareProperties": { "smb": { "versions": [ "SMB2.1", "SMB3.1.1" ] } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["shareProperties.smb.versions"].EachMust(item => item.MustBe("SMB3.1.1", whenAbsent: true));
}
