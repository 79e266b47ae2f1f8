using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ProductsNeedApproval() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-products-need-approval",
    Title = "Subscriptions to products need approval",
    Why = "Everybody who signs up has a key.",
    Severity = Severity.Low,
    Types = ["azure:apimanagement/product:Product"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set approvalRequired to true.",
    Corrections = [new("approvalRequired", "true")],
    Good = ["""{ "approvalRequired": true }"""],
    Bad = ["""{ "approvalRequired": false }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["approvalRequired"].MustBe(true);
}
