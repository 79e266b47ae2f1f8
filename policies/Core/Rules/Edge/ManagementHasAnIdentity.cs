using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ManagementHasAnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-management-has-an-identity",
    Title = "API Management has an identity",
    Why = "It keeps passwords for its backends otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:apimanagement/service:Service"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set identity.",
    Good = ["""{ "identity": { "type": "UserAssigned" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].MustExist();
}
