using System.Collections.Concurrent;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>The Azure network below the nodes of a cluster: node pools, their subnets with security groups and routes, and the firewall that routes lead to.</summary>
internal sealed class AzureNetwork
{
    private readonly ILookup<string?, LoadBalancedService> services;
    private readonly Lazy<List<string>> translations;
    private readonly ConcurrentDictionary<(NodeSubnet Subnet, bool Inbound), IReadOnlyList<OrderedRule>> rules = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<LoadBalancer>> balancersOf = new(StringComparer.Ordinal);
    private readonly List<NodeSubnet> subnets;
    private readonly Dictionary<string, NodeSubnet?> endpointSubnets;
    private readonly AddressSet space;
    private readonly IReadOnlyList<OrderedRule>? firewall;
    private readonly AddressSet firewallSubnet;
    private readonly bool inheritsRules;

    private AzureNetwork(Stack stack)
    {
        this.services = LoadBalancedService.In(stack).ToLookup(service => service.Namespace, StringComparer.Ordinal);
        this.translations = new(() => [.. stack.OfType("azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup").Where(group => FirewallRules.Collections(group, "natRuleCollections").Any()).Select(group => group.Name)]);
        var containment = new Containment(stack);
        var networks = stack.OfType(AzureNames.VirtualNetwork).ToList();
        this.space = networks.SelectMany(network => network["addressSpaces"].Items).Aggregate(default(AddressSet), (all, range) => AddressSet.TryParse(range.AsText, out var set) ? all.Union(set.Value) : all);
        var reader = new SubnetReader(stack, containment);
        var read = stack.OfType(AzureNames.Subnet).ToDictionary(subnet => subnet.Urn, reader.Read, StringComparer.Ordinal);
        this.subnets = [.. read.Values];
        this.firewallSubnet = this.subnets.Where(subnet => subnet.Name == "AzureFirewallSubnet").Aggregate(default(AddressSet), (all, subnet) => all.Union(subnet.Addresses ?? default));
        if (stack.OfType("azure:network/firewall:Firewall").Any())
        {
            this.firewall = FirewallRules.Read([.. stack.OfType("azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup")]);
            this.inheritsRules = stack.OfType(AzureNames.FirewallPolicy).Any(policy => policy["basePolicyId"].AsText is { Length: > 0 } || policy.PropertyDependencies.ContainsKey("basePolicyId"));
        }

        this.Pools =
        [
            .. stack.OfType(AzureNames.Cluster).Where(cluster => !cluster["defaultNodePool"].IsAbsent).Select(cluster => Pool(cluster, cluster["defaultNodePool"], "defaultNodePool.vnetSubnetId")),
            .. stack.OfType("azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool").Select(pool => Pool(pool, pool.Root, "vnetSubnetId")),
        ];

        this.Endpoints = [.. PrivateEndpoints.In(stack, containment)];
        this.endpointSubnets = this.Endpoints.ToDictionary(endpoint => endpoint.Urn, endpoint => reader.Target(stack.Find(endpoint.Urn)!, "subnetId", AzureNames.Subnet) is { } subnet ? read[subnet.Urn] : null, StringComparer.Ordinal);

        NodePool Pool(Resource holder, Field settings, string property) =>
            new(settings["name"].AsText ?? holder.Name, settings, reader.Target(holder, property, AzureNames.Subnet) is { } subnet ? read[subnet.Urn] : null);
    }

    /// <summary>The node pools; none where the stack has no cluster.</summary>
    public IReadOnlyList<NodePool> Pools { get; }

    /// <summary>The private endpoints.</summary>
    public IReadOnlyList<EndpointEnd> Endpoints { get; }

    /// <summary>Sets that the rules and routes tell apart, beside those of the cluster's policies.</summary>
    public IEnumerable<AddressSet> Told => this.subnets.SelectMany(subnet => (subnet.Group?.Rules ?? []).SelectMany(Written).Append(subnet.Addresses ?? default).Concat((subnet.Routes ?? []).SelectMany(route => Parsed(route["addressPrefix"]))))
        .Concat((this.firewall ?? []).SelectMany(rule => new[] { rule.Destinations.Certain, rule.Destinations.Possible })).Append(KnownAddresses.Internet).Append(KnownAddresses.Metadata).Append(this.space);

    /// <summary>The names of hosts that the firewall's rules name.</summary>
    public IEnumerable<string> Names => (this.firewall ?? []).SelectMany(rule => rule.Names ?? []).OfType<string>().Where(name => name != "*");

    public static AzureNetwork Of(Stack stack) => new(stack);

    /// <summary>What each layer says of connections from the pool's nodes and pods to a peer outside the cluster.</summary>
    public IEnumerable<LayerAnswer> Leaving(NodePool pool, Peer peer)
    {
        if (pool.Subnet is not { } subnet)
        {
            yield return new("subnet", Reach.Open, [$"the subnet of pool {pool.Name} is not known"]);
            yield break;
        }

        yield return this.Guard(subnet, inbound: false, subnet.Addresses, peer);
        if (peer.Name is null && KnownAddresses.Metadata.Covers(peer.Addresses))
        {
            yield break; // the host answers itself
        }

        var target = peer.Name is null ? this.subnets.Find(one => one.Addresses is { } range && range.Covers(peer.Addresses)) : null;
        if (target is not null)
        {
            yield return this.Guard(target, inbound: true, subnet.Addresses, peer);
            yield break;
        }

        var (hop, address, how) = this.NextHop(subnet, peer);
        yield return hop switch
        {
            "None" => new("route", Reach.None, [how]),
            "Internet" or "VnetLocal" or "VirtualAppliance" => new("route", Reach.All, [how]),
            _ => new("route", Reach.Open, [how]),
        };
        if (hop == "VirtualAppliance")
        {
            var own = this.firewall is not null && (address is null || this.firewallSubnet.IsEmpty || this.firewallSubnet.Meets(address.Value));
            var answer = own ? OrderedRule.Decide("firewall", this.firewall!, subnet.Addresses, peer) : new("firewall", Reach.Open, [$"the firewall at {address?.ToString() ?? "an address that is not known"} is not in this stack"]);
            yield return own && this.inheritsRules ? answer with { Reach = new(answer.Reach.Allowed, ConnectionSet.All), Reasons = [.. answer.Reasons, "the base policy may hold more rules"] } : answer;
        }
    }

    /// <summary>The subnet that an endpoint is in; null while it is not known.</summary>
    public NodeSubnet? SubnetOf(EndpointEnd endpoint) => this.endpointSubnets[endpoint.Urn];

    /// <summary>What each layer says of connections to a private endpoint, which Azure routes past every table. The group of the endpoint's subnet counts only where the subnet says so.</summary>
    public IEnumerable<LayerAnswer> ToEndpoint(NodePool pool, EndpointEnd endpoint)
    {
        if (pool.Subnet is not { } subnet || this.SubnetOf(endpoint) is not { Addresses: { } addresses } target)
        {
            yield return new("subnet", Reach.Open, ["a subnet is not known"]);
            yield break;
        }

        yield return this.Guard(subnet, inbound: false, subnet.Addresses, new(addresses, null));
        yield return target.GuardsEndpoints switch
        {
            Truth.No => new($"security group of {target.Name}", Reach.All, ["the subnet lets its security group not see private endpoints"]),
            Truth.Maybe => new($"security group of {target.Name}", Reach.Open, ["whether the subnet's security group sees private endpoints is not known"]),
            _ => this.Guard(target, inbound: true, subnet.Addresses, new(addresses, null)),
        };
    }

    /// <summary>The load balancers that may lead to the workload.</summary>
    public IReadOnlyList<LoadBalancer> BalancersOf(Workload workload) => this.balancersOf.GetOrAdd($"{workload} {workload.Urn}", _ =>
        [.. (workload.Namespace is null ? this.services.SelectMany(group => group) : this.services[workload.Namespace].Concat(this.services[null])).Select(service => service.For(workload))
            .Concat(workload.LoadBalancer is { } own ? [own] : []).Where(one => one.Leads != Truth.No)]);

    /// <summary>What each layer says of connections that arrive at the workload's nodes from outside the cluster.</summary>
    public IEnumerable<LayerAnswer> Arriving(NodePool pool, Workload workload, AddressSet source)
    {
        var balancers = this.BalancersOf(workload);
        if (KnownAddresses.Internet.Meets(source))
        {
            yield return this.PublicEntry(pool, balancers);
        }

        if (pool.Subnet is not { } subnet)
        {
            yield return new("subnet", Reach.Open, [$"the subnet of pool {pool.Name} is not known"]);
            yield break;
        }

        // The group sees the ports of a load balancer where traffic came through one.
        var guard = this.Guard(subnet, inbound: true, source, new(subnet.Addresses ?? this.space, null));
        yield return guard with { Reach = balancers.Aggregate(guard.Reach, (all, balancer) => all.Union(balancer.Translate(guard.Reach))), Reasons = [.. guard.Reasons, .. balancers.Where(one => one.Ports is not null).SelectMany(one => one.Ports!).Where(port => port.Port != port.Target).Select(port => $"port {port.Port} leads to {port.Target} of the pods")] };
    }

    private LayerAnswer PublicEntry(NodePool pool, IReadOnlyList<LoadBalancer> balancers)
    {
        var ways = new List<(Reach Reach, string Why)> { (Reach.All.When(pool.HasPublicNodes), $"nodes of pool {pool.Name} {(pool.HasPublicNodes == Truth.Yes ? "have" : "may have")} public addresses") };
        ways.AddRange(balancers.Select(one => (one.Translate(Reach.All).When(one.IsPublic), $"{one.Name} {(one.IsPublic == Truth.Yes ? "has" : "may have")} a public address")));
        ways.AddRange(this.translations.Value.Select(group => (Reach.Open, $"firewall rules of {group} translate public addresses")));
        ways.RemoveAll(way => way.Reach.IsDenied);
        return new("public entry", ways.Aggregate(Reach.None, (all, way) => all.Union(way.Reach)), ways.Count > 0 ? [.. ways.Select(way => way.Why)] : ["no public address leads to the pods"]);
    }

    private LayerAnswer Guard(NodeSubnet subnet, bool inbound, AddressSet? source, Peer peer) =>
        subnet.Group is { } group ? OrderedRule.Decide($"security group {group.Name}", this.rules.GetOrAdd((subnet, inbound), _ => SecurityGroup.Rules(group.Rules, inbound, this.space)), source, peer)
        : subnet.HasUnknownGuards ? new($"security group of {subnet.Name}", Reach.Open, ["which group guards the subnet is not known"])
        : new($"security group of {subnet.Name}", Reach.All, ["the subnet has no security group"]);

    // The longest prefix wins; a route that somebody wrote wins over Azure's own of the same length.
    private (string? Hop, AddressSet? Address, string How) NextHop(NodeSubnet subnet, Peer peer)
    {
        var wanted = peer.Name is null ? peer.Addresses : KnownAddresses.Internet.Intersect(AddressSet.V4);
        if (subnet.Addresses is { } own && AddressSet.V4.Covers(own) && !AddressSet.V4.Meets(wanted))
        {
            return ("None", null, "the subnet has no IPv6 addresses");
        }

        if (subnet.Routes is null && subnet.HasUnknownGuards)
        {
            return (null, null, "which routes the subnet has is not known");
        }

        (int Length, string? Hop, AddressSet? Address, string How) best = this.space.Covers(wanted) ? (0, "VnetLocal", null, "inside the virtual network")
            : KnownAddresses.Internet.Covers(wanted) ? (0, "Internet", null, "Azure's own route leads to the internet") : (0, "None", null, "no route leads there");
        foreach (var route in subnet.Routes ?? [])
        {
            var prefix = route["addressPrefix"];
            var name = $"route {route["name"].AsText ?? "?"}";
            if (!AddressSet.TryParse(prefix.AsText, out var range))
            {
                return (null, null, $"what {name} matches is not known"); // a service tag, or not known before deployment
            }

            var length = int.Parse(prefix.AsText!.Split('/') is [_, var bits] ? bits : "128", System.Globalization.CultureInfo.InvariantCulture);
            if (range.Value.Covers(wanted) && length >= best.Length && !(best.Hop == "VnetLocal" && length == 0))
            {
                best = (length, route["nextHopType"].AsText, AddressSet.TryParse(route["nextHopInIpAddress"].AsText, out var next) ? next : null, $"{name} leads to {route["nextHopType"].AsText ?? "what is not known"}");
            }
            else if (range.Value.Meets(wanted))
            {
                return (null, null, $"{name} takes a part of the addresses");
            }
        }

        return (best.Hop, best.Address, best.How);
    }

    private static IEnumerable<AddressSet> Written(Field rule) => new[] { "sourceAddressPrefix", "destinationAddressPrefix" }.Select(name => rule[name]).Concat(rule["sourceAddressPrefixes"].Items).Concat(rule["destinationAddressPrefixes"].Items).SelectMany(Parsed);

    private static IEnumerable<AddressSet> Parsed(Field text) => AddressSet.TryParse(text.AsText, out var set) ? [set.Value] : [];
}
