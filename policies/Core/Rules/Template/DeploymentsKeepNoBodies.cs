using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Template;

internal sealed class DeploymentsKeepNoBodies() : ResourcePolicy(new PolicyInfo
{
    Id = "template-deployments-keep-no-bodies",
    Title = "Deployments of templates do not log their requests",
    Why = "Requests hold passwords.",
    Severity = Severity.Medium,
    Types = ["azure:core/resourceGroupTemplateDeployment:ResourceGroupTemplateDeployment"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set debugLevel to none.",
    Good = ["""{ "debugLevel": "none" }""", """{ }"""],
    Bad = ["""{ "debugLevel": "requestContent" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["debugLevel"].MustBeOneOf(["none"], whenAbsent: true);
}
