using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class BackupsArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-backups-are-private",
    Title = "Backup vaults are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:recoveryservices/vault:Vault"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Corrections = [new("publicNetworkAccessEnabled", "false")],
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
