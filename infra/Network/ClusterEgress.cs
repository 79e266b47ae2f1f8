namespace LlmOpsSecure.Infra.Network;

/// <summary>The host names that AKS itself calls, of its documentation of August 2026; everything that has a private endpoint is left out.</summary>
public static class ClusterEgress
{
    /// <summary>What each group of names is for, and the names.</summary>
    public static IReadOnlyList<(string Purpose, IReadOnlyList<string> Fqdns)> Of(string location) =>
    [
        ("system-images", ["mcr.microsoft.com", "*.data.mcr.microsoft.com"]),
        ("node-packages", ["packages.aks.azure.com", "packages.microsoft.com"]),
        ("azure-control-plane", ["management.azure.com", "login.microsoftonline.com"]),
        ("azure-policy", ["data.policy.core.windows.net", "store.policy.core.windows.net"]),
    ];
}
