using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class HasItsOwnKey() : StackPolicy(new PolicyInfo
{
    Id = "storage-has-its-own-key",
    Title = "Storage accounts are encrypted with a key of yours",
    Why = "Weights and logs are readable by whoever gets the platform's key; yours can be withdrawn.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account", "azure:storage/customerManagedKey:CustomerManagedKey"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5"), Framework.Atlas("AML.M0012"), Framework.Nist("SC-12")],
    Remediation = "Set customerManagedKey, or add an AccountCustomerManagedKey.",
    Good = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { "customerManagedKey": { "keyVaultKeyId": "k" } } }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { } }, { "type": "azure:storage/customerManagedKey:CustomerManagedKey", "name": "k", "properties": { "storageAccountId": "/a" } }]"""],
    Bad = ["""[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { } }]"""],
    Equivalents = ["CKV2_AZURE_1", "AZU-0060"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:storage/account:Account", "azure:storage/customerManagedKey:CustomerManagedKey", "storageAccountId", "have a key of its own", applies: account => account["customerManagedKey.keyVaultKeyId"].IsAbsent && account["customerManagedKey.managedHsmKeyId"].IsAbsent);
}
