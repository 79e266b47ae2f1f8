using Pulumi;
using Pulumi.Azure.PrivateLink;
using Pulumi.Azure.PrivateLink.Inputs;

namespace LlmOpsSecure.Infra.Network;

/// <summary>Makes private endpoints, the only way in to a service that has public access off.</summary>
/// <param name="Scope">Where they are made.</param>
/// <param name="SubnetId">Their subnet.</param>
/// <param name="Zones">The zones that get their names.</param>
public sealed record PrivateAccess(PlatformScope Scope, Input<string> SubnetId, PrivateZones Zones)
{
    /// <summary>Makes an endpoint of one sub-resource of a service, with its name in the service's zone.</summary>
    public Endpoint To(string name, Input<string> resourceId, string subresource, string zone, Resource parent) => this.To(name, resourceId, subresource, [this.Zones.Id(zone)], parent);

    /// <summary>Makes an endpoint with its names in these zones.</summary>
    public Endpoint To(string name, Input<string> resourceId, string subresource, InputList<string> zoneIds, Resource parent) =>
        new(name, new EndpointArgs
        {
            ResourceGroupName = this.Scope.ResourceGroupName,
            Location = this.Scope.Location,
            Name = name,
            SubnetId = this.SubnetId,
            PrivateServiceConnection = new EndpointPrivateServiceConnectionArgs
            {
                Name = name,
                PrivateConnectionResourceId = resourceId,
                SubresourceNames = { subresource },
                IsManualConnection = false,
            },
            PrivateDnsZoneGroup = new EndpointPrivateDnsZoneGroupArgs { Name = "default", PrivateDnsZoneIds = zoneIds }, // network-endpoints-have-a-private-zone
            Tags = this.Scope.Tags,
        }, new() { Parent = parent });
}
