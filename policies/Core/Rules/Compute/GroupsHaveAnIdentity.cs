using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class GroupsHaveAnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-groups-have-an-identity",
    Title = "Container groups have an identity",
    Why = "Without an identity it needs stored credentials to call others.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/group:Group"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set identity.type.",
    Good = ["""{ "identity": { "type": "SystemAssigned" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV2_AZURE_28"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].MustExist();
}
