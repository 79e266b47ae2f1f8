using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Reads the subnets of a stack with the security group and the routes of each, whether these stand in their owner or are resources of their own.</summary>
internal sealed class SubnetReader
{
    private readonly Stack stack;
    private readonly Containment containment;
    private readonly VirtualNetworks networks;
    private readonly ILookup<string, Resource> byId;
    private readonly Associations groups;
    private readonly Associations tables;
    private readonly IReadOnlyList<Member> rules;
    private readonly IReadOnlyList<Member> routes;

    public SubnetReader(Stack stack, Containment containment, VirtualNetworks networks)
    {
        this.stack = stack;
        this.containment = containment;
        this.networks = networks;
        this.byId = stack.Resources.Where(one => one.Id is { Length: > 1 }).ToLookup(one => one.Id!, StringComparer.OrdinalIgnoreCase);
        this.groups = this.Associated("azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "networkSecurityGroupId", AzureNames.SecurityGroup);
        this.tables = this.Associated("azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation", "routeTableId", AzureNames.RouteTable);
        this.rules = this.Members("azure:network/networkSecurityRule:NetworkSecurityRule", "networkSecurityGroupName");
        this.routes = this.Members("azure:network/route:Route", "routeTableName");
    }

    private sealed record Associations(ILookup<string, Resource?> ByOwner, bool HasUnknownOwner)
    {
        // An association of a subnet that cannot be told may be this one's.
        public (Resource? Found, bool Unknown) Of(Resource subnet) => this.ByOwner[subnet.Urn].ToList() is [var found, ..] ? (found, found is null) : (null, this.HasUnknownOwner);
    }

    private sealed record Member(string? Parent, IReadOnlyList<string> Sources, Field Root);

    public NodeSubnet Read(Resource subnet)
    {
        var ranges = subnet["addressPrefixes"].Items.Select(Parse).ToList();
        var ((group, groupUnknown), (table, tableUnknown)) = (this.groups.Of(subnet), this.tables.Of(subnet));
        var guards = subnet["privateEndpointNetworkPolicies"];
        return new(subnet["name"].AsText ?? subnet.Name, ranges.Count > 0 && ranges.TrueForAll(range => range is not null) ? ranges.Aggregate(default(AddressSet), (all, one) => all.Union(one!.Value)) : null,
            group is null ? null : (group.Name, Together(group, "securityRules", this.rules)), table is null ? null : Together(table, "routes", this.routes), groupUnknown || tableUnknown)
        {
            Virtual = this.networks.From(subnet),
            GuardsEndpoints = guards.IsUnknown ? Truth.Maybe : guards.AsText is "Enabled" or "NetworkSecurityGroupEnabled" ? Truth.Yes : Truth.No,
        };
    }

    /// <summary>A resource by its id, or by what the property came from while the id is not known.</summary>
    public Resource? Target(Resource holder, string property, string type)
    {
        var field = holder[property];
        return field.AsText is { } id && this.byId[id].FirstOrDefault(Is) is { } found ? found
            : field.IsAbsent ? null
            : this.containment.SourcesOf(holder, property).Where(Is).ToList() is [var one] ? one : null;

        bool Is(Resource one) => TypeToken.Canonical(one.Type) == TypeToken.Canonical(type);
    }

    private static AddressSet? Parse(Field text) => AddressSet.TryParse(text.AsText, out var set) ? set : null;

    private static List<Field> Together(Resource parent, string property, IReadOnlyList<Member> members)
    {
        var (written, name) = (parent[property], parent["name"].AsText);
        return [.. written.IsUnknown ? [written] : written.Items, .. members.Where(member => member.Parent is not null && name is not null ? member.Parent == name : member.Sources.Contains(parent.Urn)).Select(member => member.Root)];
    }

    private Associations Associated(string type, string property, string target)
    {
        var read = this.stack.OfType(type).Select(association => (Owner: this.Target(association, "subnetId", AzureNames.Subnet), Found: this.Target(association, property, target))).ToList();
        return new(read.Where(one => one.Owner is not null).ToLookup(one => one.Owner!.Urn, one => one.Found, StringComparer.Ordinal), read.Exists(one => one.Owner is null));
    }

    private List<Member> Members(string type, string property) => [.. this.stack.OfType(type).Select(member => new Member(member[property].AsText, [.. this.containment.SourcesOf(member, property).Select(source => source.Urn)], member.Root))];
}
