using Pulumi;
using Pulumi.Azure.PrivateDns;

namespace LlmOpsSecure.Infra.Network;

/// <summary>The private DNS zones of all services that the platform uses, linked to the network, so that their names never resolve to a public address.</summary>
public sealed class PrivateZones : ComponentResource
{
    private readonly Dictionary<string, Zone> zones = new(StringComparer.Ordinal);

    /// <summary>Makes the zones.</summary>
    public PrivateZones(string name, PrivateZonesArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:network:PrivateZones", name, options)
    {
        foreach (var (service, domain) in Domains(args.Scope.Location))
        {
            var zone = new Zone($"{name}-{service}", new ZoneArgs { ResourceGroupName = args.Scope.ResourceGroupName, Name = domain, Tags = args.Scope.Tags }, new() { Parent = this });
            _ = new ZoneVirtualNetworkLink($"{name}-{service}", new ZoneVirtualNetworkLinkArgs
            {
                ResourceGroupName = args.Scope.ResourceGroupName,
                Name = args.Scope.Name("spoke"),
                PrivateDnsZoneName = zone.Name,
                VirtualNetworkId = args.NetworkId,
                RegistrationEnabled = false, // network-private-zones-register-nobody
                ResolutionPolicy = "Default",
                Tags = args.Scope.Tags,
            }, new() { Parent = this }); // network-private-zones-are-linked
            this.zones[service] = zone;
        }

        this.RegisterOutputs();
    }

    /// <summary>Resource id of the zone of a service: <c>vault</c>, <c>registry</c>, <c>blob</c>, <c>servicebus</c>, <c>cluster</c> or one of the four of Azure Monitor.</summary>
    public Output<string> Id(string service) => this.zones[service].Id;

    /// <summary>Resource ids of the four zones that Azure Monitor's private link scope needs, beside that of blobs.</summary>
    public IEnumerable<Output<string>> MonitorIds => new[] { "monitor", "oms", "ods", "agents" }.Select(this.Id);

    private static IEnumerable<(string Service, string Domain)> Domains(string location) =>
    [
        ("vault", "privatelink.vaultcore.azure.net"),
        ("registry", "privatelink.azurecr.io"),
        ("blob", "privatelink.blob.core.windows.net"),
        ("servicebus", "privatelink.servicebus.windows.net"),
        ("cluster", $"privatelink.{location}.azmk8s.io"),
        ("monitor", "privatelink.monitor.azure.com"),
        ("oms", "privatelink.oms.opinsights.azure.com"),
        ("ods", "privatelink.ods.opinsights.azure.com"),
        ("agents", "privatelink.agentsvc.azure-automation.net"),
    ];
}
