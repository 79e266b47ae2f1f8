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
        if (!Is("direction", "Inbound") || !Is("access", "Allow") || !(Is("protocol", "*") || Is("protocol", protocol.ToString())))
        {
            yield break;
        }

        if (!this.FromAnywhere())
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
        Is("direction", "Inbound") && Is("access", "Allow") && this.FromAnywhere() && this.Ports().Open.Covers(IntervalSet<int>.Of(1, 65535)) ? [rule.Violation("not let the internet reach every port")] : [];

    private bool Is(string name, string value) => string.Equals(rule.Member(name).AsText, value, StringComparison.OrdinalIgnoreCase);

    // The whole internet, or half of it: 0.0.0.0/0 may come in two pieces.
    private bool FromAnywhere() => rule.Member("sourceAddressPrefixes").Items.Append(rule.Member("sourceAddressPrefix")).Any(prefix => prefix.AsText?.Trim().ToLowerInvariant() is "*" or "internet" or "any" or "0.0.0.0" or "<nw>/0" or "/0"
        || (prefix.AsText is { } text && AddressSet.TryParse(text, out var set) && (set.Value.Covers(Half) || set.Value.Covers(OtherHalf) || set.Value.Covers(AddressSet.V6))));

    private static readonly AddressSet Half = Parse("0.0.0.0/1");
    private static readonly AddressSet OtherHalf = Parse("128.0.0.0/1");

    private static AddressSet Parse(string text) => AddressSet.TryParse(text, out var set) ? set.Value : default;

    private (IntervalSet<int> Open, bool Unknown) Ports()
    {
        var open = IntervalSet<int>.Empty;
        var unknown = false;
        foreach (var range in rule.Member("destinationPortRanges").Items.Append(rule.Member("destinationPortRange")))
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
