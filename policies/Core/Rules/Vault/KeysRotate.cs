using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class KeysRotate() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-keys-rotate",
    Title = "Keys are rotated by themselves",
    Why = "A key that waits for somebody is rotated after the breach.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/key:Key"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Add a rotationPolicy.",
    Good = ["""{ "rotationPolicy": { "expireAfter": "P90D", "automatic": { "timeBeforeExpiry": "P30D" } } }"""],
    Bad = ["""{ }""", """{ "rotationPolicy": { "expireAfter": "P90D" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["rotationPolicy.automatic"].MustExist();
}
