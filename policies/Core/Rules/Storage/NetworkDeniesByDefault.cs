using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class NetworkDeniesByDefault() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-network-denies-by-default",
    Title = "The storage account's network rules deny by default",
    Why = "Every network may otherwise reach the account.",
    Severity = Severity.Critical,
    Types = ["azure:storage/account:Account", "azure:storage/accountNetworkRules:AccountNetworkRules"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set networkRules.defaultAction to Deny.",
    Good = ["""{ "networkRules": { "defaultAction": "Deny" } }""", """{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "networkRules": { "defaultAction": "Allow" } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_35", "AVD-AZU-0012"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource.Type.EndsWith("AccountNetworkRules", StringComparison.Ordinal) ? resource["defaultAction"].MustBe("Deny") : resource["networkRules"].IsAbsent && resource["publicNetworkAccessEnabled"].AsBoolean == false ? [] : resource["networkRules"].IsAbsent && resource["publicNetworkAccessEnabled"].IsUnknown ? [resource["publicNetworkAccessEnabled"].Undetermined("be false")] : resource["networkRules.defaultAction"].MustBe("Deny");
}
