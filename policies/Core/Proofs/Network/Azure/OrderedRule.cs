using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>A rule of a security group or a firewall. Rules are asked in order, and the first that matches decides.</summary>
/// <param name="Name">How an explanation names it.</param>
/// <param name="Allow">Whether it allows; null while that is not known.</param>
/// <param name="Sources">Where the traffic comes from.</param>
/// <param name="Destinations">Where it goes to.</param>
/// <param name="Connections">Protocols and ports.</param>
/// <param name="Names">The hosts that it names in place of addresses; null for none.</param>
internal sealed record OrderedRule(string Name, bool? Allow, NamedAddresses Sources, NamedAddresses Destinations, Reach Connections, IReadOnlyList<string?>? Names = null)
{
    /// <summary>Asks the rules in turn; what none matches is denied.</summary>
    public static LayerAnswer Decide(string layer, IEnumerable<OrderedRule> rules, AddressSet? source, Peer destination)
    {
        var (allowed, open, reasons) = (Reach.None, Reach.All, new List<string>());
        foreach (var rule in rules)
        {
            var condition = PodTerm.Min(source is { } known ? rule.Sources.Selects(known) : rule.Sources.Certain == AddressSet.All.Except(KnownAddresses.Metadata) ? Truth.Yes : Truth.Maybe, rule.Matches(destination));
            var matched = condition == Truth.No ? Reach.None : open.Intersect(rule.Connections.When(rule.Allow is null ? Truth.Maybe : condition));
            if (matched.IsDenied)
            {
                continue;
            }

            reasons.Add($"{rule.Name} {(rule.Allow == false ? "denies" : "allows")}{(matched.Allowed.IsEmpty ? " perhaps" : "")} {matched.Possible}");
            open = rule.Allow == true ? open.AfterAllowing(matched) : open.Except(matched);
            allowed = rule.Allow == false ? allowed : allowed.Union(matched);
        }

        return new(layer, allowed, reasons.Count > 0 ? reasons : [$"{layer} has no rule"]);
    }

    private Truth Matches(Peer peer) => peer switch
    {
        { Name: { } name } when this.Names is { } names => names.Select(pattern => pattern is null ? Truth.Maybe : Covers(pattern, name) ? Truth.Yes : System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(name, pattern) ? Truth.Maybe : Truth.No).DefaultIfEmpty(Truth.No).Max(),
        { Name: not null } => this.Destinations.Selects(KnownAddresses.Internet),
        // A rule by name lets no bare address through, unless it names all.
        { Addresses: var addresses } when this.Names is { } names => !KnownAddresses.Internet.Meets(addresses) ? Truth.No : names.Contains("*") ? Truth.Yes : names.Contains(null) ? Truth.Maybe : Truth.No,
        _ => this.Destinations.Selects(peer.Addresses),
    };

    private static bool Covers(string pattern, string name) =>
        pattern.Equals(name, StringComparison.OrdinalIgnoreCase) || (pattern.StartsWith('*') && name.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase));
}

/// <summary>Where traffic goes: addresses, or a public host by its name.</summary>
internal readonly record struct Peer(AddressSet Addresses, string? Name);
