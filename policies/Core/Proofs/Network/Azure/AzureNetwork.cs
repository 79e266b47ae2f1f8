using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>The Azure network below the nodes of a cluster: node pools, their subnets with security groups and routes, and the firewall that routes lead to.</summary>
internal sealed class AzureNetwork
{
    private readonly Stack stack;
    private readonly List<NodeSubnet> subnets;
    private readonly AddressSet space;
    private readonly IReadOnlyList<OrderedRule>? firewall;
    private readonly AddressSet firewallSubnet;
    private readonly bool inheritsRules;

    private AzureNetwork(Stack stack)
    {
        this.stack = stack;
        var containment = new Containment(stack);
        var networks = stack.OfType(AzureNames.VirtualNetwork).ToList();
        this.space = networks.SelectMany(network => network["addressSpaces"].Items).Aggregate(default(AddressSet), (all, range) => AddressSet.TryParse(range.AsText, out var set) ? all.Union(set.Value) : all);
        var read = stack.OfType(AzureNames.Subnet).ToDictionary(subnet => subnet.Urn, subnet => Read(subnet, containment), StringComparer.Ordinal);
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

        NodePool Pool(Resource holder, Field settings, string property) =>
            new(settings["name"].AsText ?? holder.Name, settings, Target(holder, property, AzureNames.Subnet, containment) is { } subnet ? read[subnet.Urn] : null);
    }

    /// <summary>The node pools; none where the stack has no cluster.</summary>
    public IReadOnlyList<NodePool> Pools { get; }

    /// <summary>Sets that the rules and routes tell apart, beside those of the cluster's policies.</summary>
    public IEnumerable<AddressSet> Told => this.subnets.SelectMany(subnet => (subnet.Group?.Rules ?? []).SelectMany(Written).Append(subnet.Addresses ?? default).Concat((subnet.Routes ?? []).SelectMany(route => Parsed(route["addressPrefix"]))))
        .Concat((this.firewall ?? []).SelectMany(rule => new[] { rule.Destinations.Certain, rule.Destinations.Possible })).Append(ServiceTags.Internet).Append(ServiceTags.Platform).Append(this.space);

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
        if (peer.Name is null && ServiceTags.Platform.Covers(peer.Addresses))
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

    /// <summary>What each layer says of connections that arrive at the workload's nodes from outside the cluster.</summary>
    public IEnumerable<LayerAnswer> Arriving(NodePool pool, Workload workload, AddressSet source)
    {
        if (ServiceTags.Internet.Meets(source))
        {
            yield return this.PublicEntry(pool, workload);
        }

        if (pool.Subnet is { } subnet)
        {
            yield return this.Guard(subnet, inbound: true, source, new(subnet.Addresses ?? this.space, null));
        }
        else
        {
            yield return new("subnet", Reach.Open, [$"the subnet of pool {pool.Name} is not known"]);
        }
    }

    private LayerAnswer PublicEntry(NodePool pool, Workload workload)
    {
        var ways = new List<string>();
        if (pool.Settings["nodePublicIpEnabled"] is { IsAbsent: false } nodes && nodes.AsBoolean != false)
        {
            ways.Add($"nodes of pool {pool.Name} have public addresses");
        }

        foreach (var service in KubernetesObject.In(this.stack).Where(item => item is { Kind: "Service", Group: "v1" } && item.Root["spec.type"] is { } type && (type.IsUnknown || type.AsText == "LoadBalancer")))
        {
            var selects = service.Namespace is null || workload.Namespace is null || service.Namespace == workload.Namespace;
            var selector = service.Root["spec.selector"];
            if (selects && (selector.IsUnknown || (selector.Members.Any() && selector.Members.All(label => workload.Labels.TryGetValue(label.Name, out var value) && (value is null || label.Field.IsUnknown || value == LabelSelector.TextOf(label.Field)))))
                && service.Root["metadata.annotations"].Member("service.beta.kubernetes.io/azure-load-balancer-internal").AsText != "true")
            {
                ways.Add($"Service {service.Namespace}/{service.Name} has a public address");
            }
        }

        var translated = this.stack.OfType("azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup").Where(group => FirewallRules.Collections(group, "natRuleCollections").Any()).Select(group => $"firewall rules of {group.Name} translate public addresses").ToList();
        return ways.Count > 0 ? new("public entry", Reach.All, ways) : translated.Count > 0 ? new("public entry", Reach.Open, translated) : new("public entry", Reach.None, ["no public address leads to the pods"]);
    }

    private LayerAnswer Guard(NodeSubnet subnet, bool inbound, AddressSet? source, Peer peer) =>
        subnet.Group is { } group ? OrderedRule.Decide($"security group {group.Name}", SecurityGroup.Rules(group.Rules, inbound, this.space), source, peer)
        : subnet.HasUnknownGuards ? new($"security group of {subnet.Name}", Reach.Open, ["which group guards the subnet is not known"])
        : new($"security group of {subnet.Name}", Reach.All, ["the subnet has no security group"]);

    // The longest prefix wins; a route that somebody wrote wins over Azure's own of the same length.
    private (string? Hop, AddressSet? Address, string How) NextHop(NodeSubnet subnet, Peer peer)
    {
        var wanted = peer.Name is null ? peer.Addresses : ServiceTags.Internet.Intersect(AddressSet.V4);
        if (subnet.Addresses is { } own && AddressSet.V4.Covers(own) && !AddressSet.V4.Meets(wanted))
        {
            return ("None", null, "the subnet has no IPv6 addresses");
        }

        if (subnet.Routes is null && subnet.HasUnknownGuards)
        {
            return (null, null, "which routes the subnet has is not known");
        }

        (int Length, string? Hop, AddressSet? Address, string How) best = this.space.Covers(wanted) ? (0, "VnetLocal", null, "inside the virtual network")
            : ServiceTags.Internet.Covers(wanted) ? (0, "Internet", null, "Azure's own route leads to the internet") : (0, "None", null, "no route leads there");
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

    private NodeSubnet Read(Resource subnet, Containment containment)
    {
        var ranges = subnet["addressPrefixes"];
        AddressSet? addresses = ranges.Items.Any() && ranges.Items.All(range => Parsed(range).Any()) ? ranges.Items.SelectMany(Parsed).Aggregate(default(AddressSet), (all, one) => all.Union(one)) : null;
        var (group, groupUnknown) = Associated("azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "networkSecurityGroupId", AzureNames.SecurityGroup);
        var (table, tableUnknown) = Associated("azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation", "routeTableId", AzureNames.RouteTable);
        return new(subnet["name"].AsText ?? subnet.Name, addresses,
            group is null ? null : (group.Name, [.. Listed(group["securityRules"]), .. this.Members("azure:network/networkSecurityRule:NetworkSecurityRule", group, "networkSecurityGroupName", containment)]),
            table is null ? null : [.. Listed(table["routes"]), .. this.Members("azure:network/route:Route", table, "routeTableName", containment)],
            groupUnknown || tableUnknown);

        (Resource? Found, bool Unknown) Associated(string type, string property, string target)
        {
            foreach (var association in this.stack.OfType(type))
            {
                var owner = Target(association, "subnetId", AzureNames.Subnet, containment);
                if (owner is null || owner.Urn == subnet.Urn)
                {
                    var found = owner is null ? null : Target(association, property, target, containment);
                    return (found, found is null);
                }
            }

            return (null, false);
        }
    }

    private IEnumerable<Field> Members(string type, Resource parent, string property, Containment containment) =>
        this.stack.OfType(type).Where(member => member[property].AsText is { } name && parent["name"].AsText is { } own ? name == own : containment.SourcesOf(member, property).Any(source => source.Urn == parent.Urn)).Select(member => member.Root);

    // A resource by its id, or by what the property came from while the id is not known.
    private Resource? Target(Resource holder, string property, string type, Containment containment)
    {
        var candidates = this.stack.OfType(type).ToList();
        return holder[property].AsText is { } id && candidates.Find(one => one.Id is { Length: > 1 } own && own.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } found ? found
            : holder[property].IsAbsent ? null
            : containment.SourcesOf(holder, property).Where(source => TypeToken.Canonical(source.Type) == TypeToken.Canonical(type)).ToList() is [var one] ? one : null;
    }

    private static IEnumerable<Field> Listed(Field rules) => rules.IsUnknown ? [rules] : rules.Items;

    private static IEnumerable<AddressSet> Written(Field rule) => new[] { "sourceAddressPrefix", "destinationAddressPrefix" }.Select(name => rule[name]).Concat(rule["sourceAddressPrefixes"].Items).Concat(rule["destinationAddressPrefixes"].Items).SelectMany(Parsed);

    private static IEnumerable<AddressSet> Parsed(Field text) => AddressSet.TryParse(text.AsText, out var set) ? [set.Value] : [];
}
