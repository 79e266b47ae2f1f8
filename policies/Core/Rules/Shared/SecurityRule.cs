using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>A rule of a network security group, written in the group or by itself.</summary>
internal sealed class SecurityRule(Field rule)
{
    /// <summary>The rules of a group or a rule resource.</summary>
    public static IEnumerable<SecurityRule> Of(Resource resource) =>
        resource.Type.EndsWith("NetworkSecurityRule", StringComparison.Ordinal) ? [new(resource.Root)] : resource["securityRules"].Items.Select(item => new SecurityRule(item));

    /// <summary>Refuses that the internet reaches one of the ports.</summary>
    public IEnumerable<Finding> MustNotOpen(Protocol protocol, params int[] ports)
    {
        if (!this.LetsIn() || !(Is("protocol", "*") || Is("protocol", protocol.ToString())) || !this.ComesFrom(Anywhere))
        {
            yield break;
        }

        var (open, unknown) = this.Ports();
        var hit = ports.Where(port => open.Contains(port)).ToList();
        if (hit.Count > 0)
        {
            yield return rule.Violation($"not let the internet reach port {string.Join(", ", hit)}");
        }
        else if (unknown)
        {
            yield return rule.Undetermined($"not let the internet reach port {string.Join(", ", ports)}");
        }
    }

    /// <summary>Refuses that the internet reaches every port.</summary>
    public IEnumerable<Finding> MustNotOpenAll() =>
        this.LetsIn() && this.ComesFrom(Anywhere) && this.Ports().Open.Covers(IntervalSet<int>.Of(1, 65535)) ? [rule.Violation("not let the internet reach every port")] : [];

    /// <summary>Refuses that those sources reach ports that programs for a private network listen on.</summary>
    public IEnumerable<Finding> MustNotOpenSensitivePorts(Func<Field, bool> sources, string who)
    {
        if (!this.LetsIn() || Is("protocol", "Icmp") || !this.ComesFrom(sources))
        {
            return [];
        }

        var (open, unknown) = this.Ports();
        var hit = Sensitive.Where(port => open.Contains(port)).ToList();
        return hit.Count > 0 ? [rule.Violation($"not let {who} reach port {string.Join(", ", hit.Take(5))}{(hit.Count > 5 ? " and others" : "")}")]
            : unknown ? [rule.Undetermined($"not let {who} reach the ports of databases and old protocols")] : [];
    }

    /// <summary>Refuses that traffic to every port may go to the whole internet.</summary>
    public IEnumerable<Finding> MustNotLetOut() =>
        Is("direction", "Outbound") && Is("access", "Allow") && this.Ports().Open.Covers(IntervalSet<int>.Of(1, 65535)) && rule.Member("destinationAddressPrefixes").Items.Append(rule.Member("destinationAddressPrefix")).Any(Anywhere) ? [rule.Violation("not let everything out to the internet")] : [];

    /// <summary>Whether a source is the whole internet, or half of it: 0.0.0.0/0 may come in two pieces.</summary>
    public static bool Anywhere(Field prefix) => prefix.AsText?.Trim().ToLowerInvariant() is "*" or "internet" or "any" or "0.0.0.0" or "<nw>/0" or "/0"
        || (AddressSet.TryParse(prefix.AsText, out var set) && (set.Value.Covers(Half) || set.Value.Covers(OtherHalf) || set.Value.Covers(AddressSet.V6)));

    /// <summary>Whether a source is all of the private addresses that begin alike: 10/8, 172.16/12 or 192.168/16.</summary>
    public static bool WholePrivateRanges(Field prefix) => AddressSet.TryParse(prefix.AsText, out var set) && Addresses.Private.Covers(set.Value) && PrivateRanges.Any(range => set.Value.Covers(range));

    /// <summary>Whether a source has public addresses.</summary>
    public static bool PublicAddresses(Field prefix) => Anywhere(prefix) || (AddressSet.TryParse(prefix.AsText, out var set) && !Addresses.Private.Covers(set.Value));

    // Of databases, queues and caches, of file shares and directories, of remote control, and of old protocols without encryption. SSH and remote desktop have policies of their own.
    private static readonly int[] Sensitive =
    [
        20, 21, 23, 25, 69, 110, 111, 135, 137, 138, 139, 143, 161, 389, 445, 512, 513, 514, 636, 873, 1433, 1434, 1521, 2049, 2375, 2376, 2379, 2380, 2382, 2383, 2483, 2484, 3020, 3306, 4505, 4506, 5432, 5500, 5601, 5672, 5900,
        5984, 5985, 5986, 6379, 6380, 7000, 7001, 7199, 8140, 9042, 9092, 9160, 9200, 9300, 10250, 11211, 11214, 11215, 15672, 27017, 27018, 27019, 50070, 50470, 61620, 61621,
    ];

    private bool LetsIn() => Is("direction", "Inbound") && Is("access", "Allow");

    private bool ComesFrom(Func<Field, bool> sources) => rule.Member("sourceAddressPrefixes").Items.Append(rule.Member("sourceAddressPrefix")).Any(sources);

    private bool Is(string name, string value) => string.Equals(rule.Member(name).AsText, value, StringComparison.OrdinalIgnoreCase);

    private static readonly AddressSet[] PrivateRanges = [Addresses.Parse("10.0.0.0/8"), Addresses.Parse("172.16.0.0/12"), Addresses.Parse("192.168.0.0/16")];
    private static readonly AddressSet Half = Addresses.Parse("0.0.0.0/1");
    private static readonly AddressSet OtherHalf = Addresses.Parse("128.0.0.0/1");

    private (IntervalSet<int> Open, bool Unknown) Ports()
    {
        var open = IntervalSet<int>.Empty;
        var unknown = false;
        var ranges = rule.Member("destinationPortRanges").Items.Append(rule.Member("destinationPortRange")).Where(range => !range.IsAbsent).ToList();
        if (ranges.Count == 0)
        {
            return (IntervalSet<int>.Of(0, 65535), false); // what names no port is about all of them
        }

        foreach (var range in ranges)
        {
            unknown |= range.IsUnknown;
            var text = range.AsText?.Trim() ?? range.AsNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (text is null)
            {
                continue;
            }

            foreach (var part in text.Split(','))
            {
                var ends = part.Split('-');
                if (part.Trim() == "*")
                {
                    open = IntervalSet<int>.Of(0, 65535);
                }
                else if (int.TryParse(ends[0], out var first) && int.TryParse(ends[^1], out var last))
                {
                    open = open.Union(IntervalSet<int>.Of(first, last));
                }
            }
        }

        return (open, unknown);
    }
}
