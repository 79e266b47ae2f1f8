using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class LetsInTrustedServices() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-lets-in-trusted-services",
    Title = "Storage accounts behind a firewall let in the trusted services of Azure",
    Why = "Backups and audit records of Azure itself do not arrive otherwise, and somebody opens the firewall.",
    Severity = Severity.Low,
    Types = ["azure:storage/account:Account", "azure:storage/accountNetworkRules:AccountNetworkRules"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Add AzureServices to bypasses, or turn public network access off.",
    Good = ["""{ "networkRules": { "defaultAction": "Deny", "bypasses": [ "AzureServices" ] } }""", """{ "networkRules": { "defaultAction": "Deny" } }""", """{ "publicNetworkAccessEnabled": false, "networkRules": { "bypasses": [ "None" ] } }"""],
    Bad = ["""{ "networkRules": { "defaultAction": "Deny", "bypasses": [ "Metrics" ] } }"""],
    Equivalents = ["CKV_AZURE_36", "AVD-AZU-0010", "kics:5400f379-a347-4bdd-a032-446465fdcc6f", "kics:e25b56cd-a4d6-498f-ab92-e6296a082097"],
})
{
    public override IEnumerable<Finding> Check(Resource resource)
    {
        var rules = resource.Type.EndsWith("NetworkRules", StringComparison.Ordinal) ? resource.Root : resource["networkRules"];
        return resource["publicNetworkAccessEnabled"].UnlessIs("false", () => rules["bypasses"].Must("have AzureServices", list => list.Items.Any(item => !item.MustBe("AzureServices").OfType<Violation>().Any()), whenAbsent: true));
    }
}
