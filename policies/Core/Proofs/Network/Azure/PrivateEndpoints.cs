using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Reads private endpoints: the addresses inside the virtual network by which a service of Azure is reached.</summary>
internal static class PrivateEndpoints
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["blob"] = "blob.core.windows.net", ["file"] = "file.core.windows.net", ["queue"] = "queue.core.windows.net", ["table"] = "table.core.windows.net", ["dfs"] = "dfs.core.windows.net",
        ["vault"] = "vault.azure.net", ["namespace"] = "servicebus.windows.net", ["registry"] = "azurecr.io",
    };

    /// <summary>The endpoints as ends of connections.</summary>
    public static IEnumerable<EndpointEnd> In(Stack stack, Containment containment)
    {
        var byId = stack.Resources.Where(one => one.Id is { Length: > 1 }).ToLookup(one => one.Id!, StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in stack.OfType("azure:privatelink/endpoint:Endpoint"))
        {
            var connection = endpoint["privateServiceConnection"];
            var id = connection["privateConnectionResourceId"].AsText;
            var target = (id is null ? null : byId[id].FirstOrDefault())
                ?? (containment.SourcesOf(endpoint, "privateServiceConnection").ToList() is [var only] ? only : null);
            var service = connection["subresourceNames"].Items.Select(item => item.AsText).FirstOrDefault();
            var host = service is not null && Zones.TryGetValue(service, out var zone) && target?["name"].AsText is { } name ? $"{name}.{zone}" : null;
            yield return new(endpoint["name"].AsText ?? endpoint.Name, target is null ? "a service that is not known" : AzureNames.Title(target), host, target?.Urn, endpoint.Urn);
        }
    }
}
