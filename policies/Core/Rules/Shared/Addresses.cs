using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Expectations on addresses, and on ranges that are written as a first and a last one.</summary>
internal static class Addresses
{
    /// <summary>The addresses that no stranger on the internet has; with that of Azure's own resolver.</summary>
    public static AddressSet Private { get; } = new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "168.63.129.16", "fc00::/7" }.Aggregate(default(AddressSet), (all, text) => all.Union(Parse(text)));

    /// <summary>The addresses of a text that is known to be right.</summary>
    public static AddressSet Parse(string text) => AddressSet.TryParse(text, out var set) ? set.Value : throw new FormatException(text);

    /// <summary>The range has no more than 256 addresses.</summary>
    public static IEnumerable<Finding> MustBeNarrow(Field first, Field last) =>
        Judge(first, last, "be less than 256 addresses before the last one", range => range.Numbers.Intervals.All(interval => interval.Last - interval.First < 256));

    /// <summary>The range has only private addresses.</summary>
    public static IEnumerable<Finding> MustBePrivate(Field first, Field last) => Judge(first, last, "begin a range of private addresses", Private.Covers);

    private static IEnumerable<Finding> Judge(Field first, Field last, string expectation, Func<AddressSet, bool> holds) =>
        first.IsUnknown || last.IsUnknown ? [first.Undetermined(expectation)]
        : AddressSet.TryParse($"{first.AsText?.Trim()}-{last.AsText?.Trim()}", out var range) && !holds(range.Value) ? [first.Violation(expectation)] : [];
}
