using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ManagementRefusesOldApis() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-management-refuses-old-apis",
    Title = "API management refuses old versions of its own API",
    Why = "Old versions give out secrets to readers.",
    Severity = Severity.Low,
    Types = ["azure:apimanagement/service:Service"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set minApiVersion.",
    Good = ["""{ "minApiVersion": "2021-08-01" }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["minApiVersion"].MustExist();
}
