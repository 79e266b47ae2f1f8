using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ProductsNeedASubscription() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-products-need-a-subscription",
    Title = "Products need a subscription",
    Why = "Anybody calls, and nobody is counted.",
    Severity = Severity.High,
    Types = ["azure:apimanagement/product:Product"],
    Threats = [Threat.ResourceExhaustion, Threat.ModelStealing],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set subscriptionRequired to true.",
    Good = ["""{ "subscriptionRequired": true }"""],
    Bad = ["""{ "subscriptionRequired": false }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["subscriptionRequired"].MustNotBe(false);
}
