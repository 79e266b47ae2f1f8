using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class FactoriesArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-factories-are-private",
    Title = "Data factories are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:datafactory/factory:Factory"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkEnabled to false.",
    Corrections = [new("publicNetworkEnabled", "false")],
    Good = ["""{ "publicNetworkEnabled": false }"""],
    Bad = ["""{ "publicNetworkEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_104", "AVD-AZU-0035"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkEnabled"].MustBe(false);
}
