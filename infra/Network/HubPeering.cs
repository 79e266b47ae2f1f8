using Pulumi;
using Pulumi.Azure.Network;

namespace LlmOpsSecure.Infra.Network;

/// <summary>The spoke's side of the peering with a given hub; the hub's owner makes the other side. The spoke forwards nothing and offers no gateway.</summary>
public sealed class HubPeering : ComponentResource
{
    /// <summary>Makes the peering.</summary>
    public HubPeering(string name, HubPeeringArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:network:HubPeering", name, options)
    {
        _ = new VirtualNetworkPeering(name, new VirtualNetworkPeeringArgs
        {
            ResourceGroupName = args.Scope.ResourceGroupName,
            Name = "to-hub",
            VirtualNetworkName = args.Scope.Name("spoke"),
            RemoteVirtualNetworkId = args.HubNetworkId,
            AllowVirtualNetworkAccess = true,
            AllowForwardedTraffic = true,
            AllowGatewayTransit = false,
        }, new() { Parent = this });
        this.RegisterOutputs();
    }
}
