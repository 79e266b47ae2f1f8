using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class ServicesHaveTheirOwnKey() : StackPolicy(new PolicyInfo
{
    Id = "ai-services-have-their-own-key",
    Title = "Azure AI services are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:cognitive/account:Account", "azure:cognitive/accountCustomerManagedKey:AccountCustomerManagedKey"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set customerManagedKey.",
    Good = ["""[{ "type": "azure:cognitive/account:Account", "name": "a", "id": "/a" }, { "type": "azure:cognitive/accountCustomerManagedKey:AccountCustomerManagedKey", "name": "b", "properties": {"cognitiveAccountId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:cognitive/account:Account", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_22"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        new[] { "azure:cognitive/account:Account" }.SelectMany(type => stack.EachMustHave(type, "azure:cognitive/accountCustomerManagedKey:AccountCustomerManagedKey", "cognitiveAccountId", "have a key", applies: resource => resource["customerManagedKey"].IsAbsent));
}
