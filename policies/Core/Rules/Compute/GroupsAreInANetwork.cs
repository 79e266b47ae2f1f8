using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class GroupsAreInANetwork() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-groups-are-in-a-network",
    Title = "Container groups are in your network",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/group:Group"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set subnetIds.",
    Good = ["""{ "subnetIds": "/s" }""", """{ "networkProfileId": "/n" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_98"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["subnetIds"].IsAbsent ? resource["networkProfileId"].MustExist() : [];
}
