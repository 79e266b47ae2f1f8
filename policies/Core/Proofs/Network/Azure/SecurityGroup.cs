using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Reads the rules of a network security group, those that stand in it and those of resources of their own, and ends them with Azure's default rules.</summary>
internal static class SecurityGroup
{
    /// <summary>The rules of one direction in the order of their priority, where <paramref name="members"/> tells the addresses of application security groups; a rule whose priority is not known comes first and makes what it matches unknown.</summary>
    public static IReadOnlyList<OrderedRule> Rules(IEnumerable<Field> written, bool inbound, AddressSet network, Func<Field, NamedAddresses> members)
    {
        var rules = new List<(double Priority, OrderedRule Rule)>();
        foreach (var rule in written)
        {
            var direction = rule["direction"].AsText;
            if (rule.IsUnknown || direction is null)
            {
                rules.Add((0, new("rules that are not known", null, Everything, Everything, Reach.Open)));
            }
            else if (direction.Equals("Inbound", StringComparison.OrdinalIgnoreCase) == inbound)
            {
                var priority = rule["priority"].AsNumber;
                var allow = rule["access"].AsText?.Equals("Allow", StringComparison.OrdinalIgnoreCase);
                rules.Add((priority ?? 0, new($"rule {rule["name"].AsText ?? "?"} ({priority?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"})", priority is null ? null : allow,
                    Addresses(rule, "source", network, members), Addresses(rule, "destination", network, members), Connections(rule))));
            }
        }

        var all = new NamedAddresses(AddressSet.All.Except(KnownAddresses.Metadata), AddressSet.All.Except(KnownAddresses.Metadata));
        var inside = new NamedAddresses(network, all.Certain);
        rules.Add((65000, new(inbound ? "default rule AllowVnetInBound" : "default rule AllowVnetOutBound", true, inside, inside, Reach.All)));
        if (!inbound)
        {
            rules.Add((65001, new("default rule AllowInternetOutBound", true, all, new(KnownAddresses.Internet, KnownAddresses.Internet), Reach.All)));
            rules.Add((65002, new("the host answers, whatever the rules", true, all, new(KnownAddresses.Metadata, KnownAddresses.Metadata), Reach.All)));
        }

        rules.Add((65500, new(inbound ? "default rule DenyAllInBound" : "default rule DenyAllOutBound", false, Everything, Everything, Reach.All)));
        return [.. rules.OrderBy(one => one.Priority).Select(one => one.Rule)];
    }

    private static NamedAddresses Everything { get; } = new(AddressSet.All, AddressSet.All);

    private static NamedAddresses Addresses(Field rule, string side, AddressSet network, Func<Field, NamedAddresses> members)
    {
        var (certain, possible) = (default(AddressSet), default(AddressSet));
        var (one, many) = (rule[side + "AddressPrefix"], rule[side + "AddressPrefixes"]);
        foreach (var prefix in many.IsUnknown ? [many] : one.IsAbsent ? many.Items : many.Items.Append(one))
        {
            var read = ServiceTags.Read(prefix, network);
            (certain, possible) = (certain.Union(read.Certain), possible.Union(read.Possible));
        }

        var groups = members(rule[side + "ApplicationSecurityGroupIds"]);
        return new(certain.Union(groups.Certain), possible.Union(groups.Possible));
    }

    private static Reach Connections(Field rule)
    {
        var (one, many) = (rule["destinationPortRange"], rule["destinationPortRanges"]);
        var ports = many.IsUnknown ? Reach.Open : (one.IsAbsent ? many.Items : many.Items.Append(one)).Aggregate(Reach.None, (all, range) => all.Union(PortRange.Read(range, rule["protocol"])));
        var sources = rule["sourcePortRange"].AsText;
        return sources is "*" || (rule["sourcePortRange"].IsAbsent && !rule["sourcePortRanges"].Items.Any()) ? ports : ports.When(Truth.Maybe); // the port that a client takes is not known
    }
}
