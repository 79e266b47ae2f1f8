using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class KeysSayWhenTheyExpire() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-keys-say-when-they-expire",
    Title = "Keys that rotate tell before they expire",
    Why = "What a key has encrypted becomes unreadable without a warning.",
    Severity = Severity.Low,
    Types = ["azure:keyvault/key:Key"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set rotationPolicy.notifyBeforeExpiry.",
    Good = ["""{ "rotationPolicy": { "expireAfter": "P90D", "notifyBeforeExpiry": "P30D" } }""", """{ }"""],
    Bad = ["""{ "rotationPolicy": { "expireAfter": "P90D" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["rotationPolicy"].IsAbsent ? [] : resource["rotationPolicy.notifyBeforeExpiry"].MustExist();
}
