using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Template;

internal sealed class DeploymentsAreOpaque() : ResourcePolicy(new PolicyInfo
{
    Id = "template-deployments-are-opaque",
    Title = "What a template deploys is looked at",
    Why = "Resources inside an ARM template or an extension are not seen by these policies.",
    Severity = Severity.Low,
    Types = ["azure:core/resourceGroupTemplateDeployment:ResourceGroupTemplateDeployment", "azure:core/subscriptionTemplateDeployment:SubscriptionTemplateDeployment", "azure:core/tenantTemplateDeployment:TenantTemplateDeployment", "azure:management/groupTemplateDeployment:GroupTemplateDeployment", "azure:containerservice/kubernetesClusterExtension:KubernetesClusterExtension", "azure:containerservice/fluxConfiguration:FluxConfiguration", "azure-native:resources:Deployment"],
    Threats = [Threat.FullStack, Threat.SupplyChain],
    Controls = [Framework.Mcsb("PV-2"), Framework.Nist("CM-3")],
    Remediation = "Write the resources in the program, or check the template by itself.",
    Good = [],
    Bad = ["""{ "templateContent": "{}" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        [resource.Violation("the deployment makes resources that are not visible here: they must be checked by themselves")];
}
