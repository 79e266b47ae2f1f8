using LlmOpsSecure.Infra.Configuration;
using Pulumi;
using Pulumi.Azure.Network;
using Pulumi.Azure.Network.Inputs;

namespace LlmOpsSecure.Infra.Network;

/// <summary>
/// A spoke network without a way out of its own: each subnet has a security group that ends in a deny in both directions, no default outbound access,
/// and a route that sends everything to the firewall, or nowhere.
/// </summary>
public sealed class SpokeNetwork : ComponentResource
{
    private readonly Dictionary<string, Output<string>> subnetIds = new(StringComparer.Ordinal);
    private readonly List<Resource> routes = [];

    /// <summary>Resource id of the network.</summary>
    [Output("networkId")] public Output<string> NetworkId { get; private set; }

    /// <summary>Resource id of the route table.</summary>
    [Output("routeTableId")] public Output<string> RouteTableId { get; private set; }

    /// <summary>Makes the network.</summary>
    public SpokeNetwork(string name, SpokeNetworkArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:network:SpokeNetwork", name, options)
    {
        var scope = args.Scope;
        var settings = scope.Settings.Network;
        var plan = new AddressPlan(settings);
        var network = new VirtualNetwork(name, Spoke(scope, plan), new() { Parent = this });
        var table = new RouteTable($"{name}-routes", Routes(scope, plan), new() { Parent = this });
        var rules = new SubnetRules(settings);
        foreach (var (subnet, _) in AddressPlan.Subnets.Where(subnet => subnet.Name != AddressPlan.Firewall || settings.Egress == EgressMode.Firewall))
        {
            this.AddSubnet(name, subnet, scope, network, table, plan, rules.Of(subnet));
        }

        this.NetworkId = network.Id;
        this.RouteTableId = table.Id;
        this.RegisterOutputs();
    }

    /// <summary>Resource id of a subnet of the address plan.</summary>
    public Output<string> SubnetId(string subnet) => this.subnetIds[subnet];

    /// <summary>The route table's associations: a cluster that leaves through them waits for them.</summary>
    public IReadOnlyList<Resource> RouteAssociations => this.routes;

    private static VirtualNetworkArgs Spoke(PlatformScope scope, AddressPlan plan)
    {
        var settings = scope.Settings.Network;
        var args = new VirtualNetworkArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("spoke"),
            AddressSpaces = { settings.AddressSpace.ToString() },
            PrivateEndpointVnetPolicies = "Basic",
            Tags = scope.Tags,
        };
        if (settings.Egress != EgressMode.None)
        {
            args.DnsServers = [settings.HubFirewallAddress ?? plan.FirewallAddress]; // network-names-are-resolved-by-the-firewall
        }

        if (settings.DdosPlanId is { } ddosPlan)
        {
            args.DdosProtectionPlan = new VirtualNetworkDdosProtectionPlanArgs { Enable = true, Id = ddosPlan };
        }

        return args;
    }

    private static RouteTableArgs Routes(PlatformScope scope, AddressPlan plan)
    {
        var settings = scope.Settings.Network;
        return new()
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("egress"),
            BgpRoutePropagationEnabled = false,
            Routes =
            {
                settings.Egress == EgressMode.None
                    ? new RouteTableRouteArgs { Name = "nowhere", AddressPrefix = "0.0.0.0/0", NextHopType = "None" }
                    : new RouteTableRouteArgs
                    {
                        Name = "firewall",
                        AddressPrefix = "0.0.0.0/0",
                        NextHopType = "VirtualAppliance", // network-default-route-is-the-firewall
                        NextHopInIpAddress = settings.HubFirewallAddress ?? plan.FirewallAddress,
                    },
            },
            Tags = scope.Tags,
        };
    }

    private void AddSubnet(string name, string subnet, PlatformScope scope, VirtualNetwork network, RouteTable table, AddressPlan plan, IReadOnlyList<NetworkRule> rules)
    {
        var resource = new Subnet($"{name}-{subnet}", new SubnetArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            VirtualNetworkName = network.Name,
            Name = subnet,
            AddressPrefixes = { plan[subnet].ToString() },
            DefaultOutboundAccessEnabled = false,        // network-subnets-have-no-default-outbound
            PrivateEndpointNetworkPolicies = "Enabled",  // network-endpoint-subnets-enforce-policies
            Delegations = subnet == "api-server" ? ApiServerDelegation() : [],
        }, new() { Parent = this });
        this.subnetIds[subnet] = resource.Id;
        if (rules.Count > 0)
        {
            this.Guard(name, subnet, scope, resource, rules);
        }

        if (subnet is "system" or "edge" or "gpu" or "sandbox")
        {
            this.routes.Add(new SubnetRouteTableAssociation($"{name}-{subnet}", new() { SubnetId = resource.Id, RouteTableId = table.Id }, new() { Parent = this }));
        }
    }

    private void Guard(string name, string subnet, PlatformScope scope, Subnet resource, IReadOnlyList<NetworkRule> rules)
    {
        var group = new NetworkSecurityGroup($"{name}-{subnet}", new NetworkSecurityGroupArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name(subnet),
            SecurityRules = [.. rules.Select(SecurityRule)],
            Tags = scope.Tags,
        }, new() { Parent = this });
        _ = new SubnetNetworkSecurityGroupAssociation($"{name}-{subnet}", new() { SubnetId = resource.Id, NetworkSecurityGroupId = group.Id }, new() { Parent = this }); // network-subnets-have-a-security-group
    }

    private static NetworkSecurityGroupSecurityRuleArgs SecurityRule(NetworkRule rule, int index)
    {
        var args = new NetworkSecurityGroupSecurityRuleArgs
        {
            Name = rule.Name,
            Description = rule.Why,
            Priority = rule is { Allow: false, Ports: ["*"] } && rule.Name.StartsWith("deny-", StringComparison.Ordinal) && rule.Destinations is ["*"] ? 4096 : 100 + (index * 10),
            Direction = rule.Inbound ? "Inbound" : "Outbound",
            Access = rule.Allow ? "Allow" : "Deny",
            Protocol = rule.Protocol,
            SourcePortRange = "*",
        };
        SetOne(rule.Sources, one => args.SourceAddressPrefix = one, many => args.SourceAddressPrefixes = many);
        SetOne(rule.Destinations, one => args.DestinationAddressPrefix = one, many => args.DestinationAddressPrefixes = many);
        SetOne(rule.Ports, one => args.DestinationPortRange = one, many => args.DestinationPortRanges = many);
        return args;
    }

    // Azure takes a single value and a list of values in different properties, and wildcards and tags only as a single value.
    private static void SetOne(IReadOnlyList<string> values, Action<string> setOne, Action<InputList<string>> setMany)
    {
        if (values is [var one])
        {
            setOne(one);
        }
        else
        {
            setMany([.. values]);
        }
    }

    private static InputList<SubnetDelegationArgs> ApiServerDelegation() =>
    [
        new SubnetDelegationArgs
        {
            Name = "api-server",
            ServiceDelegation = new SubnetDelegationServiceDelegationArgs { Name = "Microsoft.ContainerService/managedClusters", Actions = { "Microsoft.Network/virtualNetworks/subnets/join/action" } },
        },
    ];
}
