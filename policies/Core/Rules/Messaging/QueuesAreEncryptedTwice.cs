using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class QueuesAreEncryptedTwice() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-queues-are-encrypted-twice",
    Title = "Service Bus namespaces are encrypted twice",
    Why = "One broken layer of encryption is the end otherwise.",
    Severity = Severity.Low,
    Types = ["azure:servicebus/namespace:Namespace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-4")],
    Remediation = "Set customerManagedKey.infrastructureEncryptionEnabled to true.",
    Good = ["""{ "customerManagedKey": { "infrastructureEncryptionEnabled": true } }"""],
    Bad = ["""{ "customerManagedKey": { "infrastructureEncryptionEnabled": false } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_199"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["customerManagedKey.infrastructureEncryptionEnabled"].MustBe(true);
}
