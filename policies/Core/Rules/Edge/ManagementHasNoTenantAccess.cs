using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ManagementHasNoTenantAccess() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-management-has-no-tenant-access",
    Title = "API Management has no direct management key",
    Why = "The key manages everything, past roles.",
    Severity = Severity.High,
    Types = ["azure:apimanagement/service:Service"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Set tenantAccess.enabled to false.",
    Good = ["""{ }"""],
    Bad = ["""{ "tenantAccess": { "enabled": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["tenantAccess.enabled"].MustNotBe(true);
}
