using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Adapters;

/// <summary>Reads properties that the <c>azure</c> provider has renamed under their present names, so that programs and states of earlier versions are judged the same.</summary>
internal static class FormerNames
{
    private static readonly Dictionary<string, (string Former, string Now)[]> Table = new(StringComparer.Ordinal)
    {
        ["azure:storage/account:Account"] = [("enableHttpsTrafficOnly", "httpsTrafficOnlyEnabled"), ("allowBlobPublicAccess", "allowNestedItemsToBePublic")],
        ["azure:redis/cache:Cache"] = [("enableNonSslPort", "nonSslPortEnabled")],
        ["azure:keyvault/keyVault:KeyVault"] = [("enableRbacAuthorization", "rbacAuthorizationEnabled")],
        ["azure:containerservice/kubernetesCluster:KubernetesCluster"] =
        [
            ("apiServerAuthorizedIpRanges", "apiServerAccessProfile.authorizedIpRanges"),
            ("automaticChannelUpgrade", "automaticUpgradeChannel"),
            ("nodeOsChannelUpgrade", "nodeOsUpgradeChannel"),
            ("roleBasedAccessControl.enabled", "roleBasedAccessControlEnabled"),
            ("roleBasedAccessControl.azureActiveDirectory", "azureActiveDirectoryRoleBasedAccessControl"),
            ("addonProfile.omsAgent", "omsAgent"),
            ("addonProfile.azurePolicy.enabled", "azurePolicyEnabled"),
            ("addonProfile.azureKeyvaultSecretsProvider", "keyVaultSecretsProvider"),
            ("addonProfile.httpApplicationRouting.enabled", "httpApplicationRoutingEnabled"),
            ("defaultNodePool.enableHostEncryption", "defaultNodePool.hostEncryptionEnabled"),
            ("defaultNodePool.enableNodePublicIp", "defaultNodePool.nodePublicIpEnabled"),
            ("defaultNodePool.enableAutoScaling", "defaultNodePool.autoScalingEnabled"),
        ],
        ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"] =
            [("enableHostEncryption", "hostEncryptionEnabled"), ("enableNodePublicIp", "nodePublicIpEnabled"), ("enableAutoScaling", "autoScalingEnabled")],
        ["azure:apimanagement/service:Service"] =
        [
            ("security.enableBackEndSsl30", "security.backendSsl30Enabled"),
            ("security.enableBackendSsl30", "security.backendSsl30Enabled"),
            ("security.enableBackendTls10", "security.backendTls10Enabled"),
            ("security.enableBackendTls11", "security.backendTls11Enabled"),
            ("security.enableFrontendSsl30", "security.frontendSsl30Enabled"),
            ("security.enableFrontendTls10", "security.frontendTls10Enabled"),
            ("security.enableFrontendTls11", "security.frontendTls11Enabled"),
        ],
    };

    /// <summary>The resource with the values of former names also under the present ones; the resource itself where there are none.</summary>
    public static Resource Read(Resource resource)
    {
        if (!Table.TryGetValue(TypeToken.Canonical(resource.Type), out var names))
        {
            return resource;
        }

        var properties = resource.Properties;
        foreach (var (former, now) in names)
        {
            var field = resource[former];
            if (!field.IsAbsent && resource[now].IsAbsent)
            {
                var value = new PlacedValue(field.Place, field.IsSecret ? PropertyValue.SecretOf(field.Value!) : field.Value!);
                properties = PropertyPath.With(properties, now.Split('.'), value) ?? properties;
            }
        }

        return ReferenceEquals(properties, resource.Properties) ? resource : resource.With(properties);
    }
}
