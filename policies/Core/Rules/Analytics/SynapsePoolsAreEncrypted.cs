using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapsePoolsAreEncrypted() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-synapse-pools-are-encrypted",
    Title = "Synapse SQL pools are encrypted",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Medium,
    Types = ["azure:synapse/sqlPool:SqlPool"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set dataEncrypted to true.",
    Corrections = [new("dataEncrypted", "true")],
    Good = ["""{ "dataEncrypted": true }"""],
    Bad = ["""{ "dataEncrypted": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_241"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["dataEncrypted"].MustBe(true);
}
