using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class MetadataRestrictionFitsItsAddons() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-metadata-restriction-fits-its-addons",
    Title = "The restriction of the metadata service is used only where it can be",
    Why = "It cannot be combined with the add-ons for Azure Policy, Container Insights, application routing and the AI toolchain operator: they fail in silence.",
    Severity = Severity.Medium,
    Types = ["azure-native:containerservice:ManagedCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Block 169.254.169.254 with a Cilium policy instead, or remove the add-ons.",
    Good = ["""{ "networkProfile": { "podLinkLocalAccess": "IMDS" }, "addonProfiles": { "azurepolicy": { "enabled": true } } }""", """{ "networkProfile": { "podLinkLocalAccess": "None" } }"""],
    Bad = ["""{ "networkProfile": { "podLinkLocalAccess": "None" }, "addonProfiles": { "azurepolicy": { "enabled": true } } }""", """{ "networkProfile": { "podLinkLocalAccess": "None" }, "aiToolchainOperatorProfile": { "enabled": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.podLinkLocalAccess"].AsText == "None"
        ? new[] { "addonProfiles.azurepolicy.enabled", "addonProfiles.azurePolicy.enabled", "addonProfiles.omsagent.enabled", "addonProfiles.omsAgent.enabled", "ingressProfile.webAppRouting.enabled", "aiToolchainOperatorProfile.enabled" }.SelectMany(path => resource[path].MustNotBe(true)) : [];
}
