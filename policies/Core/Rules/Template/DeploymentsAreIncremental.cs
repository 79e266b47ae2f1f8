using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Template;

internal sealed class DeploymentsAreIncremental() : ResourcePolicy(new PolicyInfo
{
    Id = "template-deployments-are-incremental",
    Title = "Template deployments do not delete what they do not know",
    Why = "A complete deployment removes locks, diagnostic settings and policies of others.",
    Severity = Severity.High,
    Types = ["azure:core/resourceGroupTemplateDeployment:ResourceGroupTemplateDeployment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Nist("CM-3")],
    Remediation = "Set deploymentMode to Incremental.",
    Good = ["""{ "deploymentMode": "Incremental" }"""],
    Bad = ["""{ "deploymentMode": "Complete" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["deploymentMode"].MustNotBe("Complete");
}
