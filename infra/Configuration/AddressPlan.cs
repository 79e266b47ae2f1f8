using System.Net;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>The subnets of the spoke, cut from its range largest first, so that every range of /22 or more holds them.</summary>
public sealed class AddressPlan
{
    /// <summary>Names of the subnets with the longest prefix that each works with, largest first. Azure asks for the name and /26 of the firewall's.</summary>
    public static IReadOnlyList<(string Name, int Prefix)> Subnets { get; } =
        [("system", 24), ("gpu", 24), ("sandbox", 24), ("edge", 26), ("endpoints", 26), (Firewall, 26), ("api-server", 28)];

    /// <summary>The name that Azure demands of the firewall's subnet.</summary>
    public const string Firewall = "AzureFirewallSubnet";

    private readonly Dictionary<string, IPNetwork> ranges = new(StringComparer.Ordinal);

    /// <summary>Cuts the subnets; those that the settings name keep the range given there.</summary>
    public AddressPlan(NetworkSettings settings)
    {
        var offset = 0u;
        foreach (var (name, prefix) in Subnets)
        {
            this.ranges[name] = settings.Subnets.TryGetValue(name, out var given) ? given : new IPNetwork(Cidr.AddressAt(settings.AddressSpace, offset), prefix);
            offset += 1u << (32 - prefix);
        }
    }

    /// <summary>The range of a subnet.</summary>
    public IPNetwork this[string name] => this.ranges[name];

    /// <summary>All ranges by name.</summary>
    public IReadOnlyDictionary<string, IPNetwork> Ranges => this.ranges;

    /// <summary>The address of the stack's own firewall: Azure keeps four addresses of a subnet and gives the next to the firewall.</summary>
    public string FirewallAddress => Cidr.AddressAt(this[Firewall], 4).ToString();
}
