using System.Text;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>What is tried through a tunnel that the proxy has allowed. The proxy answers 200 before it sees what comes; a refusal of the exit closes the tunnel and is in its log.</summary>
internal static class TunnelAttacks
{
    private const string Listed = "api.search.example.com:443";
    private const string List = "egress proxy: list";
    private const string Name = "egress proxy: TLS asks for the tunnel's name";
    private const string Address = "egress proxy: ranges that no name may have";
    private const string Hosts = "sandbox-egress-names-hosts";
    private const string Metadata = "network-metadata-is-unreachable";
    private const string Deny = "network-namespaces-deny-by-default";
    private const string Closed = "closed, logged TCP_TUNNEL and exit PR";

    public static IReadOnlyList<Attack<EgressWorld>> All { get; } =
    [
        Passes("a listed host on its port passes", Listed, "api.search.example.com"),
        Passes("a listed host without a port passes to 443", "api.search.example.com", "api.search.example.com"),
        Passes("a path with another host behind a listed one leads to the listed one", "api.search.example.com:443/../attacker.example.net:443", "api.search.example.com"),
        Passes("a listed host with two ports leads to the first", "api.search.example.com:443:80", "api.search.example.com"),
        Passes("a listed host in capitals passes", "API.Search.Example.COM:443", "api.search.example.com"),
        Passes("a name below a wildcard passes", "pages.docs.example.com:443", "pages.docs.example.com"),
        Passes("a listed host on a port of its own passes", "files.example.com:8443", "files.example.com"),
        new("another class's host passes for that class", List, "", "200, reached mail.example.com, logged TCP_TUNNEL", world => new SandboxCaller(world, "mail-1", "mail").TunnelAsync("mail.example.com:443")),
        new("a listed host with credentials for the proxy passes, without them", List, "", "200, reached api.search.example.com, logged TCP_TUNNEL", world => Search(world).TunnelAsync(Listed, headers: "Proxy-Authorization: Basic YTpi\r\nX-Forwarded-For: 127.0.0.1\r\n")),

        Tunnel("TLS for a host that is not listed", Name, Hosts, Listed, "attacker.example.net"),
        Tunnel("TLS for a host of another class", Name, Hosts, Listed, "mail.example.com"),
        Tunnel("TLS for another listed host", Name, Hosts, Listed, "pages.docs.example.com"),
        Tunnel("TLS for a name below the listed one", Name, Hosts, Listed, "evil.api.search.example.com"),
        Tunnel("TLS for the listed name with another behind it", Name, Hosts, Listed, "api.search.example.com.attacker.example.net"),
        Tunnel("TLS for a name that ends as a wildcard does, without its dot", Name, Hosts, "pages.docs.example.com:443", "evildocs.example.com"),
        Tunnel("TLS for an address", Name, Hosts, Listed, EgressWorld.Metadata),
        Tunnel("TLS without a name", Name, Hosts, Listed, ""),
        Tunnel("the domain of a wildcard itself", Name, Hosts, "docs.example.com:443", null),
        Bytes("plain HTTP in a tunnel", "GET / HTTP/1.1\r\nHost: api.search.example.com\r\n\r\n"),
        Bytes("a second tunnel in a tunnel", "CONNECT attacker.example.net:443 HTTP/1.1\r\nHost: a\r\n\r\n"),
        Bytes("SSH in a tunnel", "SSH-2.0-OpenSSH_9.9\r\n"),
        Bytes("TLS that begins in pieces", "\u0016\u0003\u0001\0\u0001\u0001\u0016\u0003\u0001\0\u0001\0"),
        Bytes("SSL 2 in a tunnel", "\u0080\u002e\u0001\u0003\u0001\0\u0015\0\0\0\u0010\0\0\u0035"),

        .. new[] { ("the metadata service", "metadata", Metadata), ("WireServer", "wireserver", Metadata), ("the API server", "apiserver", Deny), ("loopback", "loopback", ""), ("zero", "zero", ""), ("another sandbox", "sandbox", Deny), ("shared addresses", "shared", ""), ("a private range", "private", ""), ("a multicast group", "multicast", ""), ("everybody", "broadcast", "") }
            .Select(place => Tunnel($"a listed name that leads to {place.Item1}", Address, place.Item3, $"{place.Item2}.docs.example.com:443", null)),
        Tunnel("a listed name with several private addresses", Address, Deny, "both.docs.example.com:443", null),
        Tunnel("a listed name that nobody knows", Address, "", "nothing.docs.example.com:443", null),
        new("a listed name that turns from a public to a private address", Address, Metadata, "the metadata service is not reached", TurningAsync),
        new("a listed host sends the sandbox to the metadata service", "egress proxy: tunnels only, network policies", Metadata, "sent to http://169.254.169.254/, then 403 by the proxy and dropped around it", world => SentAsync(world, "http://169.254.169.254/")),
        new("a listed host sends the sandbox to another host", "egress proxy: list, network policies", Hosts, "sent to https://attacker.example.net/, then 403 by the proxy and dropped around it", world => SentAsync(world, "https://attacker.example.net/")),
        new("the request id of a tunnel is in the log once", "egress proxy: log", "", "one line, request 7f3a-11", LoggedAsync),
    ];

    private static SandboxCaller Search(EgressWorld world) => new(world, "search-1");

    private static Attack<EgressWorld> Passes(string claim, string to, string host) => new(claim, List, "", $"200, reached {host}, logged TCP_TUNNEL", world => Search(world).TunnelAsync(to));

    private static Attack<EgressWorld> Tunnel(string claim, string by, string policy, string to, string? name) => new(claim, by, policy, Closed, world => Search(world).TunnelAsync(to, name));

    private static Attack<EgressWorld> Bytes(string claim, string bytes) => new(claim, Name, Hosts, Closed, world => Search(world).InsideAsync(Listed, Encoding.Latin1.GetBytes(bytes)));

    private static async Task<string> TurningAsync(EgressWorld world)
    {
        var before = world.Reached.Count;
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await Search(world).TunnelAsync("turning.docs.example.com:443");
        }

        return world.Reached.Skip(before).Any(place => place.StartsWith("metadata service", StringComparison.Ordinal)) ? "the metadata service is reached" : "the metadata service is not reached";
    }

    private static async Task<string> SentAsync(EgressWorld world, string place)
    {
        var sent = await Search(world).TunnelAsync(Listed, path: $"/to/{place}");
        var next = new Uri(place);
        var request = next.Scheme == "http" ? $"GET {place} HTTP/1.1\r\nHost: {next.Host}\r\n\r\n" : $"CONNECT {next.Host}:443 HTTP/1.1\r\nHost: {next.Host}\r\n\r\n";
        var asked = await Search(world).SendAsync(request);
        var direct = await Search(world).DirectAsync(next.Scheme == "http" ? EgressWorld.Metadata : EgressWorld.Attacker, next.Port);
        return $"{sent.Split(',')[0]}, then {asked.Split(',')[0]} by the proxy and {direct} around it";
    }

    private static async Task<string> LoggedAsync(EgressWorld world)
    {
        await Search(world).TunnelAsync("pages.docs.example.com:443", headers: "X-Request-Id: 7f3a-11\r\n");
        var lines = (await File.ReadAllLinesAsync(world.Proxies["search"].AccessLog)).Where(line => line.Contains("\"request\":\"7f3a-11\"", StringComparison.Ordinal) && line.Contains("\"sandbox\":\"10.244.1.11\"", StringComparison.Ordinal)).ToList();
        return lines.Count == 1 ? "one line, request 7f3a-11" : string.Join('\n', lines);
    }
}
