using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class GroupsHaveNoPublicAddress() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-groups-have-no-public-address",
    Title = "Container groups have no public address",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:containerservice/group:Group"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set ipAddressType to Private or None.",
    Good = ["""{ "ipAddressType": "Private" }"""],
    Bad = ["""{ "ipAddressType": "Public" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_245"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["ipAddressType"].MustBeOneOf(["Private", "None"]);
}
