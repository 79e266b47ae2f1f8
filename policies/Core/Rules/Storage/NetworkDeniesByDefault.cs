using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class NetworkDeniesByDefault() : StackPolicy(new PolicyInfo
{
    Id = "storage-network-denies-by-default",
    Title = "The storage account's network rules deny by default",
    Why = "Every network may otherwise reach the account.",
    Severity = Severity.Critical,
    Types = ["azure:storage/account:Account", "azure:storage/accountNetworkRules:AccountNetworkRules"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set networkRules.defaultAction to Deny.",
    Good = ["""[{ "type": "azure:storage/account:Account", "name": "a", "properties": { "name": "stone" } }, { "type": "azure:storage/accountNetworkRules:AccountNetworkRules", "name": "r", "properties": { "storageAccountName": "stone", "defaultAction": "Deny" } }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { "networkRules": { "defaultAction": "Deny" } } }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { "publicNetworkAccessEnabled": false } }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { } }, { "type": "azure:storage/accountNetworkRules:AccountNetworkRules", "name": "r", "properties": { "storageAccountId": "/a", "defaultAction": "Deny" } }]"""],
    Bad = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { "networkRules": { "defaultAction": "Allow" } } }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { } }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { } }, { "type": "azure:storage/accountNetworkRules:AccountNetworkRules", "name": "r", "properties": { "storageAccountId": "/a", "defaultAction": "Allow" } }]"""],
    Equivalents = ["CKV_AZURE_35", "AVD-AZU-0012", "kics:17f75827-0684-48f4-8747-61129c7e4198", "kics:a5613650-32ec-4975-a305-31af783153ea", "kics:9073f073-5d60-4b46-b569-0d6baa80ed95", "kics:d855ced8-6157-448f-9f1d-f05a41d046f7"],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var apart = stack.References(Apart, "storageAccountId");
        var named = stack.References(Apart, "storageAccountName"); // in earlier versions of the provider
        return stack.OfType(Apart).SelectMany(rules => rules["defaultAction"].MustBe("Deny"))
            .Concat(stack.OfType("azure:storage/account:Account").Where(account => !apart.To(account).Any() && !named.To(account, account["name"].AsText).Any()).SelectMany(account => apart.HasUntold || named.HasUntold ? [account["networkRules"].Undetermined("deny by default")] : Judge(account)));
    }

    private const string Apart = "azure:storage/accountNetworkRules:AccountNetworkRules";

    private static IEnumerable<Finding> Judge(Resource account) =>
        !account["networkRules"].IsAbsent ? account["networkRules.defaultAction"].MustBe("Deny")
        : account["publicNetworkAccessEnabled"] is var open && open.AsBoolean == false ? []
        : open.IsUnknown ? [open.Undetermined("be false")]
        : account["networkRules.defaultAction"].MustBe("Deny");
}
