using System.Collections.Concurrent;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>The Azure network below the nodes of a cluster: node pools, their subnets with security groups and routes, and the firewall that routes lead to.</summary>
internal sealed class AzureNetwork
{
    private readonly ILookup<string?, ClusterService> services;
    private readonly Lazy<List<string>> translations;
    private readonly ConcurrentDictionary<(NodeSubnet Subnet, bool Inbound), IReadOnlyList<OrderedRule>> rules = [];
    private readonly ConcurrentDictionary<(NodePool From, NodePool To, bool FromNode, bool ToNode), IReadOnlyList<LayerAnswer>> among = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<LoadBalancer>> balancersOf = new(StringComparer.Ordinal);
    private readonly List<NodeSubnet> subnets;
    private readonly Dictionary<string, NodeSubnet?> endpointSubnets;
    private readonly VirtualNetworks networks;
    private readonly ApplicationSecurityGroups applications;
    private readonly IReadOnlyList<OrderedRule>? firewall;
    private readonly AddressSet firewallSubnet;
    private readonly bool inheritsRules;

    private AzureNetwork(Stack stack)
    {
        this.services = ClusterService.In(stack).Where(service => service.IsBalancer != Truth.No).ToLookup(service => service.Namespace, StringComparer.Ordinal);
        this.translations = new(() => [.. stack.OfType("azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup").Where(group => FirewallRules.Collections(group, "natRuleCollections").Any()).Select(group => group.Name)]);
        var containment = new Containment(stack);
        this.networks = new(stack, containment);
        var reader = new SubnetReader(stack, containment, this.networks);
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
            .. stack.OfType(AzureNames.Cluster).Where(cluster => !cluster["defaultNodePool"].IsAbsent).Select(cluster => Pool(cluster, cluster["defaultNodePool"], "defaultNodePool.vnetSubnetId", cluster)),
            .. stack.OfType("azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool").Select(pool => Pool(pool, pool.Root, "vnetSubnetId", reader.Target(pool, "kubernetesClusterId", AzureNames.Cluster))),
        ];

        this.applications = new(this.Pools, this.networks);
        this.Endpoints = [.. PrivateEndpoints.In(stack, containment), .. ApiServers.In(stack)];
        this.endpointSubnets = this.Endpoints.ToDictionary(endpoint => endpoint.Urn, endpoint => Of(stack.Find(endpoint.Urn)!, endpoint.ApiServer is null ? "subnetId" : ApiServers.SubnetProperty(stack.Find(endpoint.Urn)!)), StringComparer.Ordinal);

        NodeSubnet? Of(Resource holder, string property) => reader.Target(holder, property, AzureNames.Subnet) is { } subnet ? read[subnet.Urn] : null;
        NodePool Pool(Resource holder, Field settings, string property, Resource? cluster)
        {
            var subnet = Of(holder, property);
            return new(settings["name"].AsText ?? holder.Name, settings, subnet) { PodAddresses = PodAddresses(cluster, settings, subnet) };
        }
    }

    /// <summary>The node pools; none where the stack has no cluster.</summary>
    public IReadOnlyList<NodePool> Pools { get; }

    /// <summary>The private endpoints and the API servers.</summary>
    public IReadOnlyList<EndpointEnd> Endpoints { get; }

    /// <summary>Sets that the rules and routes tell apart, beside those of the cluster's policies.</summary>
    public IEnumerable<AddressSet> Told => this.subnets.SelectMany(subnet => (subnet.Group?.Rules ?? []).SelectMany(Written).Append(subnet.Addresses ?? default).Concat((subnet.Routes ?? []).SelectMany(route => Parsed(route["addressPrefix"]))))
        .Concat((this.firewall ?? []).SelectMany(rule => new[] { rule.Destinations.Certain, rule.Destinations.Possible })).Concat(this.Endpoints.Select(endpoint => endpoint.ApiServer?.Callers.Certain ?? default)).Append(KnownAddresses.Internet).Append(KnownAddresses.Metadata).Concat(this.networks.Ranges);

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
        if (target is null || subnet.Virtual.Routes.Count > 0)
        {
            var hop = NextHop.Of(subnet, peer);
            yield return hop.Answer;
            if (hop.Type == "VirtualAppliance")
            {
                yield return this.Firewall(subnet, hop.Address, peer);
            }
        }

        if (target is not null)
        {
            yield return this.Guard(target, inbound: true, subnet.Addresses, peer);
        }
    }

    /// <summary>What each layer says of connections between pods of two pools. Nothing is told of pods that may share a node, of networks of the plugin's own, and of ends whose addresses are not known.</summary>
    public IReadOnlyList<LayerAnswer> Among(NodePool from, NodePool to, bool fromNode, bool toNode) => this.among.GetOrAdd((from, to, fromNode, toNode), _ =>
        from == to || from.Subnet is not { } source || to.Subnet is not { } target || (fromNode ? source.Addresses : from.PodAddresses) is not { } here || (toNode ? target.Addresses : to.PodAddresses) is not { } there ? []
        : [this.Guard(source, inbound: false, here, new(there, null)), this.Guard(target, inbound: true, here, new(there, null))]);

    /// <summary>The subnet that an endpoint is in; null while it is not known.</summary>
    public NodeSubnet? SubnetOf(EndpointEnd endpoint) => this.endpointSubnets[endpoint.Urn];

    /// <summary>What each layer says of connections from the pool to a private endpoint, which Azure routes past every table, or to an API server. The group of the endpoint's subnet counts only where the subnet says so.</summary>
    public IEnumerable<LayerAnswer> ToEndpoint(NodePool pool, EndpointEnd endpoint) => endpoint.ApiServer switch
    {
        null => this.ToPrivate(pool, endpoint),
        { IsInside: Truth.Yes } server => [.. this.ToPrivate(pool, endpoint), server.From(default, Truth.Yes)],
        { IsInside: Truth.No } server when endpoint.Host is { } host => [.. this.Leaving(pool, new(default, host)), server.From(default, Truth.Yes)],
        var server => [new("route", Reach.Open, ["where the API server is is not known"]), server.From(default, Truth.Yes)],
    };

    /// <summary>What each layer says of connections from addresses outside the cluster to an API server.</summary>
    public IEnumerable<LayerAnswer> ToApiServer(AddressSet source, EndpointEnd endpoint)
    {
        var subnet = this.SubnetOf(endpoint);
        var routes = subnet?.Virtual;
        var inside = KnownAddresses.Internet.Covers(source) ? Truth.No : routes is null ? Truth.Maybe : NextHop.Of(subnet! with { Routes = [] }, new(source, null)).Type switch { "VnetLocal" => Truth.Yes, "None" => Truth.No, _ => Truth.Maybe };
        yield return endpoint.ApiServer!.From(source, inside);
        if (subnet is not null && (endpoint.ApiServer.IsPrivate == Truth.Yes || (endpoint.ApiServer.IsInNetwork && inside == Truth.Yes)))
        {
            yield return this.EndpointGuard(subnet, endpoint, source);
        }
    }

    private IEnumerable<LayerAnswer> ToPrivate(NodePool pool, EndpointEnd endpoint)
    {
        if (pool.Subnet is not { } subnet || this.SubnetOf(endpoint) is not { Addresses: { } addresses } target)
        {
            yield return new("subnet", Reach.Open, ["a subnet is not known"]);
            yield break;
        }

        yield return this.Guard(subnet, inbound: false, subnet.Addresses, new(addresses, null));
        if (subnet.Virtual.Routes.Count > 0)
        {
            yield return NextHop.Of(subnet with { Routes = [] }, new(addresses, null)).Answer;
        }

        yield return this.EndpointGuard(target, endpoint, subnet.Addresses);
    }

    private LayerAnswer EndpointGuard(NodeSubnet target, EndpointEnd endpoint, AddressSet? source) => (endpoint.ApiServer is { IsInNetwork: true } ? Truth.Yes : target.GuardsEndpoints) switch
    {
        Truth.No => new($"security group of {target.Name}", Reach.All, ["the subnet lets its security group not see private endpoints"]),
        Truth.Maybe => new($"security group of {target.Name}", Reach.Open, ["whether the subnet's security group sees private endpoints is not known"]),
        _ => this.Guard(target, inbound: true, source, new(target.Addresses ?? target.Virtual.Certain, null)),
    };

    /// <summary>The load balancers that may lead to the workload.</summary>
    public IReadOnlyList<LoadBalancer> BalancersOf(Workload workload) => this.balancersOf.GetOrAdd($"{workload} {workload.Urn}", _ =>
        [.. (workload.Namespace is null ? this.services.SelectMany(group => group) : this.services[workload.Namespace].Concat(this.services[null])).Select(service => service.BalancerFor(workload))
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
        var guard = this.Guard(subnet, inbound: true, source, new(subnet.Addresses ?? subnet.Virtual.Certain, null));
        yield return guard with { Reach = balancers.Aggregate(guard.Reach, (all, balancer) => all.Union(balancer.Translate(guard.Reach))), Reasons = [.. guard.Reasons, .. balancers.Where(one => one.Ports is not null).SelectMany(one => one.Ports!).Where(port => port.Port != port.Target).Select(port => $"port {port.Port} leads to {port.Target} of the pods")] };
    }

    // An overlay sends pods' own addresses through the network, unwrapped; without one they are of the nodes' subnet.
    private static AddressSet? PodAddresses(Resource? cluster, Field pool, NodeSubnet? subnet)
    {
        var profile = cluster?["networkProfile"] ?? default;
        return cluster is null || profile["networkPlugin"].AsText != "azure" || !pool["podSubnetId"].IsAbsent ? null
            : profile["networkPluginMode"].IsAbsent ? subnet?.Addresses
            : profile["networkPluginMode"].AsText == "overlay" && AddressSet.TryParse(profile["podCidr"].AsText, out var range) ? range : null;
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
        subnet.Group is { } group ? OrderedRule.Decide($"security group {group.Name}", this.rules.GetOrAdd((subnet, inbound), _ => SecurityGroup.Rules(group.Rules, inbound, subnet.Virtual.Certain, this.applications.Of)), source, peer)
        : subnet.HasUnknownGuards ? new($"security group of {subnet.Name}", Reach.Open, ["which group guards the subnet is not known"])
        : new($"security group of {subnet.Name}", Reach.All, ["the subnet has no security group"]);

    private LayerAnswer Firewall(NodeSubnet subnet, AddressSet? address, Peer peer)
    {
        if (address is { } hop && subnet.Virtual is { LeadElsewhere: false, Routes.Count: > 0 } own && !own.Routes.Any(route => route.Addresses.Covers(hop)))
        {
            return new("firewall", Reach.None, [$"no peering leads to the firewall at {hop}"]);
        }

        if (this.firewall is null || !(address is null || this.firewallSubnet.IsEmpty || this.firewallSubnet.Meets(address.Value)))
        {
            return new("firewall", Reach.Open, [$"the firewall at {address?.ToString() ?? "an address that is not known"} is not in this stack"]);
        }

        var answer = OrderedRule.Decide("firewall", this.firewall, subnet.Addresses, peer);
        return this.inheritsRules ? answer with { Reach = new(answer.Reach.Allowed, ConnectionSet.All), Reasons = [.. answer.Reasons, "the base policy may hold more rules"] } : answer;
    }

    private static IEnumerable<AddressSet> Written(Field rule) => new[] { "sourceAddressPrefix", "destinationAddressPrefix" }.Select(name => rule[name]).Concat(rule["sourceAddressPrefixes"].Items).Concat(rule["destinationAddressPrefixes"].Items).SelectMany(Parsed);

    private static IEnumerable<AddressSet> Parsed(Field text) => AddressSet.TryParse(text.AsText, out var set) ? [set.Value] : [];
}
