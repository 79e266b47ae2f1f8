using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class DatabricksIsInYourNetwork() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-databricks-is-in-your-network",
    Title = "Databricks clusters are in a network of your own",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:databricks/workspace:Workspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set customParameters.virtualNetworkId.",
    Good = ["""{ "customParameters": { "virtualNetworkId": "/v" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["customParameters.virtualNetworkId"].MustExist();
}
