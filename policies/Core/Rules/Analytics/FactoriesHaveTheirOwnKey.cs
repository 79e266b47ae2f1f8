using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class FactoriesHaveTheirOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-factories-have-their-own-key",
    Title = "Data factories are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:datafactory/factory:Factory"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set customerManagedKeyId.",
    Good = ["""{ "customerManagedKeyId": "https://v/keys/k" }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["customerManagedKeyId"].MustExist();
}
