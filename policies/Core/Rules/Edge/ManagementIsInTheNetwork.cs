using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ManagementIsInTheNetwork() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-management-is-in-the-network",
    Title = "API Management is in your network",
    Why = "Its address is public otherwise.",
    Severity = Severity.High,
    Types = ["azure:apimanagement/service:Service"],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set virtualNetworkType to Internal.",
    Good = ["""{ "virtualNetworkType": "Internal" }"""],
    Bad = ["""{ }""", """{ "virtualNetworkType": "External" }"""],
    Equivalents = ["CKV_AZURE_107"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["virtualNetworkType"].MustBe("Internal");
}
