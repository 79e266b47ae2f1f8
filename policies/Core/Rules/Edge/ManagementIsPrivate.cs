using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ManagementIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-management-is-private",
    Title = "API management is reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:apimanagement/service:Service"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }""", """{ "virtualNetworkType": "Internal" }"""],
    Bad = ["""{ }""", """{ "publicNetworkAccessEnabled": true }"""],
    Equivalents = ["CKV_AZURE_174"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["virtualNetworkType"].AsText?.Equals("Internal", StringComparison.OrdinalIgnoreCase) == true ? [] : resource["virtualNetworkType"].IsUnknown ? [resource["virtualNetworkType"].Undetermined("be 'Internal'")] : resource["publicNetworkAccessEnabled"].MustBe(false);
}
