using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class ContainerAppsHaveAnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-container-apps-have-an-identity",
    Title = "Container apps have an identity",
    Why = "Without an identity it needs stored credentials to call others.",
    Severity = Severity.Low,
    Types = ["azure:containerapp/app:App"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set identity.type.",
    Good = ["""{ "identity": { "type": "SystemAssigned" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].MustExist();
}
