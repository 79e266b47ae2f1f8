using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Addresses that a rule names: those that it certainly means and those that it may mean. A service tag whose addresses Azure publishes weekly is opaque: it may be any public address.</summary>
/// <param name="Certain">Certainly meant.</param>
/// <param name="Possible">Certainly or perhaps meant.</param>
internal readonly record struct NamedAddresses(AddressSet Certain, AddressSet Possible)
{
    /// <summary>Addresses that are certainly meant, and no others.</summary>
    public static NamedAddresses Exactly(AddressSet set) => new(set, set);

    public Truth Selects(AddressSet addresses) => this.Certain.Covers(addresses) ? Truth.Yes : this.Possible.Meets(addresses) ? Truth.Maybe : Truth.No;
}

/// <summary>What Azure's rules mean by ranges and service tags.</summary>
internal static class ServiceTags
{
    /// <summary>The addresses of one prefix: a range, <c>*</c>, or a tag.</summary>
    public static NamedAddresses Read(Field prefix, AddressSet network) => prefix.AsText switch
    {
        null => new(default, AddressSet.All),
        "*" or "Any" => NamedAddresses.Exactly(AddressSet.All.Except(KnownAddresses.Metadata)),
        var text when AddressSet.TryParse(text, out var range) => NamedAddresses.Exactly(range.Value.Except(KnownAddresses.Metadata)),
        var text when Is(text, "Internet") => NamedAddresses.Exactly(KnownAddresses.Internet),
        // The tag also takes in peered networks and the prefixes of routes, so it may be anything.
        var text when Is(text, "VirtualNetwork") => new(network, AddressSet.All.Except(KnownAddresses.Metadata)),
        var text when Is(text, "AzurePlatformIMDS") => NamedAddresses.Exactly(Parse("169.254.169.254")),
        var text when Is(text, "AzurePlatformDNS") || Is(text, "AzurePlatformLKM") => NamedAddresses.Exactly(Parse("168.63.129.16")),
        var text when Is(text, "AzureLoadBalancer") => NamedAddresses.Exactly(default),
        _ => new(default, KnownAddresses.Internet),
    };

    private static bool Is(string text, string tag) => text.Equals(tag, StringComparison.OrdinalIgnoreCase);

    private static AddressSet Parse(string text) => AddressSet.TryParse(text, out var set) ? set.Value : throw new FormatException(text);
}
