using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Reads the rules of a firewall policy in the order in which Azure asks them: all network rules, then all application rules, each by the priority of group and collection.</summary>
internal static class FirewallRules
{
    public static IReadOnlyList<OrderedRule> Read(IReadOnlyList<Resource> groups) =>
        [.. Collections(groups, "networkRuleCollections").SelectMany(NetworkRules), .. Collections(groups, "applicationRuleCollections").SelectMany(ApplicationRules)];

    /// <summary>The collections of a kind in a group, one unknown item where they are not known. </summary>
    public static IEnumerable<Field> Collections(Resource group, string kind) => group[kind].IsLeftOut() ? [] : group[kind].Items;

    private static IEnumerable<Field> Collections(IReadOnlyList<Resource> groups, string kind) =>
        groups.OrderBy(group => group["priority"].AsNumber ?? 0).SelectMany(group => Collections(group, kind).OrderBy(collection => collection["priority"].AsNumber ?? 0));

    private static IEnumerable<OrderedRule> NetworkRules(Field collection) => Rules(collection, (rule, name, allow) =>
    {
        var protocols = rule["protocols"];
        var ports = rule["destinationPorts"];
        var connections = protocols.IsUnknown || ports.IsUnknown ? Reach.Open
            : ports.Items.SelectMany(_ => protocols.Items, PortRange.Read).Aggregate(Reach.None, (all, one) => all.Union(one));
        var names = rule["destinationFqdns"].Items.Select(one => one.AsText).ToList();
        return new(name, allow, Addresses(rule, "source"), Addresses(rule, "destination"), connections, names.Count > 0 ? names : null);
    });

    private static IEnumerable<OrderedRule> ApplicationRules(Field collection) => Rules(collection, (rule, name, allow) =>
    {
        var protocols = rule["protocols"];
        var connections = protocols.IsUnknown ? Reach.Open : protocols.Items.Aggregate(Reach.None, (all, one) => all.Union(one["port"].AsNumber is { } port ? Reach.Of(ConnectionSet.Of(Protocol.Tcp, (int)port)) : new(ConnectionSet.None, ConnectionSet.Of(Protocol.Tcp, ConnectionSet.AllPorts))));
        var fqdns = rule["destinationFqdns"];
        var urls = rule["destinationUrls"].Items.Select(url => url.AsText?.Split('/')[0]);
        var opaque = fqdns.IsUnknown || rule["destinationFqdnTags"].Items.Concat(rule["webCategories"].Items).Any(); // which hosts a tag or a category means is not written anywhere
        return new(name, allow, Addresses(rule, "source"), default, connections, [.. fqdns.Items.Select(one => one.AsText), .. urls, .. opaque ? new string?[] { null } : []]);
    });

    private static IEnumerable<OrderedRule> Rules(Field collection, Func<Field, string, bool?, OrderedRule> read)
    {
        var allow = collection["action"].AsText?.Equals("Allow", StringComparison.OrdinalIgnoreCase);
        return collection["rules"].Items.Select(rule => read(rule, $"rule {collection["name"].AsText ?? "?"}/{rule["name"].AsText ?? "?"}", allow));
    }

    private static NamedAddresses Addresses(Field rule, string side)
    {
        var (written, groups) = (rule[side + "Addresses"], rule[side + "IpGroups"]);
        var (certain, possible) = written.IsUnknown || groups.IsUnknown || groups.Items.Any() ? (default(AddressSet), AddressSet.All) : (default, default);
        foreach (var prefix in written.Items)
        {
            var read = ServiceTags.Read(prefix, default);
            (certain, possible) = (certain.Union(read.Certain), possible.Union(read.Possible));
        }

        return new(certain, possible);
    }
}
