using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class QueuesHaveTheirOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-queues-have-their-own-key",
    Title = "Service Bus namespaces are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:servicebus/namespace:Namespace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set customerManagedKey.keyVaultKeyId.",
    Good = ["""{ "customerManagedKey": { "keyVaultKeyId": "https://v/keys/k" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_201"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["customerManagedKey.keyVaultKeyId"].MustExist();
}
