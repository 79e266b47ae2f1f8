namespace LlmOpsSecure.Policies.Proofs.Sets;

/// <summary>Addresses that mean the same everywhere.</summary>
internal static class KnownAddresses
{
    private static readonly string[] NotPublic = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10", "ff00::/8"];

    /// <summary>Every public address.</summary>
    public static AddressSet Internet { get; } = NotPublic.Aggregate(AddressSet.All, (all, range) => all.Except(Parse(range)));

    /// <summary>By which a node of Azure hands out identities and settings: the metadata service and the platform's wire server. The host answers, so no route and no firewall sees it.</summary>
    public static AddressSet Metadata { get; } = Parse("169.254.169.254").Union(Parse("168.63.129.16"));

    private static AddressSet Parse(string text) => AddressSet.TryParse(text, out var set) ? set.Value : throw new FormatException(text);
}
