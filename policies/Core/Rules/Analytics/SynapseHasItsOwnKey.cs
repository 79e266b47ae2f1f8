using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapseHasItsOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-synapse-has-its-own-key",
    Title = "Synapse workspaces are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:synapse/workspace:Workspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set customerManagedKey.",
    Good = ["""{ "customerManagedKey": { "keyName": "k" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_240"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["customerManagedKey"].MustExist();
}
