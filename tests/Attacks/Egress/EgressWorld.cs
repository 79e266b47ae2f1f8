using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>
/// Sandboxes of three classes, the proxies of two, a model server, the cluster's own hosts and an internet, each in a network namespace around a router that
/// applies the emitted network policies. Everything about pods, proxies and policies comes from the program's resources.
/// </summary>
internal sealed class EgressWorld : IAsyncDisposable
{
    public const string ResolverAddress = "10.90.0.10";
    public const string Metadata = "169.254.169.254";
    public const string WireServer = "168.63.129.16";
    public const string ApiServer = "10.90.0.4";
    public const string Node = "10.90.0.5";
    public const string Attacker = "203.0.113.66";
    public const string Search = "203.0.113.10";

    /// <summary>Bytes a second that a sandbox of the class <c>search</c> may receive.</summary>
    public const int SearchBytes = 400_000;

    /// <summary>Bytes a second of the class <c>mail</c>.</summary>
    public const int MailBytes = 100_000;

    /// <summary>Connections a minute of the class <c>search</c>.</summary>
    public const int SearchConnections = 900;

    private const string Router = "192.0.2.1";

    private const string Image = "@sha256:0000000000000000000000000000000000000000000000000000000000000000";

    private readonly TemporaryFolder folder = new();
    private readonly Certificates authority = new();
    private readonly Dictionary<string, NetworkSpace> spaces = new(StringComparer.Ordinal);
    private readonly List<IDisposable> parts = [];
    private readonly ConcurrentQueue<string> reached = new();
    private readonly Dictionary<string, ProxyPod> proxies = new(StringComparer.Ordinal);
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);
    private int turns;

    /// <summary>The pods by name.</summary>
    public IReadOnlyDictionary<string, Pod> Pods { get; private set; } = new Dictionary<string, Pod>(StringComparer.Ordinal);

    /// <summary>What a host of the internet, the cluster or the platform answered.</summary>
    public IReadOnlyCollection<string> Reached => this.reached;

    public Resolver Resolver { get; private set; } = null!;

    /// <summary>The proxies by class, each with the paths of its logs.</summary>
    public IReadOnlyDictionary<string, ProxyPod> Proxies => this.proxies;

    /// <summary>The names of the internet, and what an attacker's zone says.</summary>
    private Dictionary<string, string[]> Zone { get; } = new(StringComparer.Ordinal)
    {
        ["api.search.example.com"] = [Search],
        ["pages.docs.example.com"] = ["203.0.113.11"],
        ["docs.example.com"] = ["203.0.113.11"],
        ["files.example.com"] = ["203.0.113.12"],
        ["mail.example.com"] = ["203.0.113.20"],
        ["attacker.example.net"] = [Attacker],
        ["metadata.docs.example.com"] = [Metadata],
        ["wireserver.docs.example.com"] = [WireServer],
        ["apiserver.docs.example.com"] = [ApiServer],
        ["loopback.docs.example.com"] = ["127.0.0.1"],
        ["zero.docs.example.com"] = ["0.0.0.0"],
        ["sandbox.docs.example.com"] = ["10.244.1.12"],
        ["shared.docs.example.com"] = ["100.64.0.1"],
        ["private.docs.example.com"] = ["192.168.1.1"],
        ["multicast.docs.example.com"] = ["224.0.0.1"],
        ["broadcast.docs.example.com"] = ["255.255.255.255"],
    };

    public static async Task<EgressWorld> OpenAsync()
    {
        var world = new EgressWorld();
        try
        {
            await world.BuildAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>A socket of a host.</summary>
    public Socket Socket(string host, ProtocolType protocol = ProtocolType.Tcp) => this.spaces[host].Socket(protocol);

    /// <summary>Packets that the policies have dropped.</summary>
    public async Task<long> DroppedAsync()
    {
        var (_, output) = await RealProgram.RunAsync("ip", "netns", "exec", this.spaces["router"].Name, "nft", "list", "table", "ip", "pods");
        return output.Split('\n').Where(line => line.Contains("counter packets", StringComparison.Ordinal)).Sum(line => long.Parse(line.Split("packets ")[1].Split(' ')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>Starts the proxy of a class and waits until it answers.</summary>
    public async Task StartAsync(string className, bool isUnread = false)
    {
        await this.proxies[className].StartAsync(isUnread);
        for (var attempt = 0; attempt < 150; attempt++)
        {
            using var socket = this.Socket($"{className}-1");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await socket.ConnectAsync(IPAddress.Parse(this.Pods[$"proxy-{className}"].Address), 3128, patience.Token);
                await socket.SendAsync("GET / HTTP/1.1\r\nhost: ready\r\n\r\n"u8.ToArray());
                if (await socket.ReceiveAsync(new byte[16], patience.Token) > 0)
                {
                    return;
                }
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException)
            {
                // not yet
            }

            await Task.Delay(100);
        }

        Assert.Fail($"The proxy of {className} does not answer: {await File.ReadAllTextAsync(this.proxies[className].AccessLog.Replace(".log", ".err", StringComparison.Ordinal))}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in this.proxies.Values.Concat(this.parts))
        {
            part.Dispose();
        }

        foreach (var space in this.spaces.Values)
        {
            await space.DisposeAsync();
        }

        this.authority.Dispose();
        this.folder.Dispose();
    }

    private static Task<RecordedStack> Stack() => RecordedStack.Of("agents", ("llmops:sandboxes", string.Create(CultureInfo.InvariantCulture, $$"""
        [
          {"name":"search","image":"tools/search{{Image}}","tools":["search"],"tenants":["assistants","automation"],"connectionsPerMinute":{{SearchConnections}},"bytesPerSecond":{{SearchBytes}},
           "allow":[{"host":"api.search.example.com"},{"host":"*.docs.example.com"},{"host":"files.example.com","port":8443}]},
          {"name":"mail","image":"tools/mail{{Image}}","tools":["draft"],"tenants":["assistants"],"connectionsPerMinute":300,"bytesPerSecond":{{MailBytes}},"allow":[{"host":"mail.example.com"}]},
          {"name":"python","image":"tools/python{{Image}}","tools":["run"],"tenants":["automation"]}
        ]
        """)));

    private async Task BuildAsync()
    {
        await RealProgram.RunAsync("chmod", "755", this.folder.Path); // the proxies are not root
        var resources = (await Stack()).Resources;
        var model = resources.Select(Pod.Manifest).First(one => one is { } found && Pod.Text(found, "metadata", "name") == "qwen3-72b" && found.GetProperty("spec").TryGetProperty("template", out _))!.Value;
        Pod[] pods =
        [
            new("resolver", ResolverAddress, "kube-system", new Dictionary<string, string>(StringComparer.Ordinal) { ["k8s-app"] = "kube-dns" }),
            Pod.Of(resources, "search-1", "10.244.1.11", "sandbox-search", "search"),
            Pod.Of(resources, "search-2", "10.244.1.12", "sandbox-search", "search"),
            Pod.Of(resources, "mail-1", "10.244.1.21", "sandbox-mail", "mail"),
            Pod.Of(resources, "python-1", "10.244.1.31", "sandbox-python", "python"),
            Pod.Of(resources, "proxy-search", "10.244.2.11", "edge-search", "egress-proxy"),
            Pod.Of(resources, "proxy-mail", "10.244.2.21", "edge-mail", "egress-proxy"),
            Pod.Of(resources, "guard-search", "10.244.2.12", "edge-search", "guard"),
            Pod.Of(resources, "model", "10.244.3.11", Pod.Text(model, "metadata", "namespace")!, "qwen3-72b"),
        ];
        this.Pods = pods.ToDictionary(pod => pod.Name, StringComparer.Ordinal);
        var rules = new PacketRules(resources, pods);
        await this.NetworkAsync(pods, rules.ToString());
        await this.ServeAsync(pods, rules);
        foreach (var className in new[] { "search", "mail" })
        {
            var objects = resources.Select(Pod.Manifest).Where(one => one is { } found && Pod.Text(found, "metadata", "namespace") == $"edge-{className}" && Pod.Text(found, "metadata", "name") == "egress-proxy").Select(one => one!.Value).ToList();
            this.proxies.Add(className, new(className, this.spaces[$"proxy-{className}"], Path.Combine(this.folder.Path, className), objects.Single(one => Pod.Text(one, "kind") == "Deployment"), objects.Single(one => Pod.Text(one, "kind") == "ConfigMap")));
            await this.StartAsync(className);
        }
    }

    private async Task NetworkAsync(IReadOnlyList<Pod> pods, string rules)
    {
        var router = await NetworkSpace.OpenAsync("router");
        this.spaces.Add("router", router);
        await router.IpAsync("addr", "add", $"{Router}/32", "dev", "lo");
        await router.ExecAsync("sysctl", "-q", "-w", "net.ipv4.ip_forward=1", "net.ipv4.conf.all.rp_filter=0", "net.ipv4.conf.default.rp_filter=0");
        foreach (var pod in pods)
        {
            await this.HostAsync(router, pod.Name, [pod.Address]);
        }

        await this.HostAsync(router, "internet", [.. this.Zone.Where(name => name.Value[0].StartsWith("203.0.113.", StringComparison.Ordinal)).Select(name => name.Value[0]).Append("203.0.113.53").Distinct(StringComparer.Ordinal)]);
        await this.HostAsync(router, "platform", [ApiServer, Node, Metadata, WireServer]);
        await this.HostAsync(router, "outsider", ["10.244.9.9"]);
        await router.ExecAsync("nft", "-f", this.folder.Write("pods.nft", rules));
    }

    private async Task HostAsync(NetworkSpace router, string name, IReadOnlyList<string> addresses)
    {
        var space = await NetworkSpace.OpenAsync(name, ResolverAddress);
        this.spaces.Add(name, space);
        var cable = string.Create(CultureInfo.InvariantCulture, $"to{this.spaces.Count}");
        await router.IpAsync("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", space.Name);
        await router.IpAsync("link", "set", cable, "up");
        await space.IpAsync("link", "set", "eth0", "up");
        foreach (var address in addresses)
        {
            await space.IpAsync("addr", "add", $"{address}/32", "dev", "eth0");
            await router.IpAsync("route", "add", $"{address}/32", "dev", cable);
        }

        await space.IpAsync("route", "add", Router, "dev", "eth0");
        await space.IpAsync("route", "add", "default", "via", Router);
    }

    private async Task ServeAsync(IReadOnlyList<Pod> pods, PacketRules rules)
    {
        this.Resolver = new(this.spaces["resolver"].Socket(ProtocolType.Udp, new(IPAddress.Any, 53)), this.Resolve, (from, name) => Allows(rules, pods, from, name), (from, name, addresses) => this.OpenSetsAsync(rules, from, name, addresses));
        this.parts.Add(this.Resolver);
        var internet = this.Zone.Where(name => name.Value[0].StartsWith("203.0.113.", StringComparison.Ordinal)).GroupBy(name => name.Value[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Key, StringComparer.Ordinal);
        internet.Add("203.0.113.53", "a resolver of the internet");
        this.parts.Add(await Hosts.OpenAsync(this.spaces["internet"], internet, this.authority.Issue("internet"), this.reached, 443, 8443));
        var platform = new Dictionary<string, string>(StringComparer.Ordinal) { [ApiServer] = "API server", [Node] = "node", [Metadata] = "metadata service", [WireServer] = "WireServer" };
        this.parts.Add(await Hosts.OpenAsync(this.spaces["platform"], platform, this.authority.Issue("platform"), this.reached, 443));
        foreach (var pod in pods.Where(pod => pod.Name is "search-1" or "search-2" or "mail-1" or "model" or "guard-search"))
        {
            this.parts.Add(await Hosts.OpenAsync(this.spaces[pod.Name], new Dictionary<string, string>(StringComparer.Ordinal) { [pod.Address] = pod.Name }, this.authority.Issue(pod.Name), this.reached, 443));
        }
    }

    // A name of two faces tells who asks first a public address, then a private one.
    private IReadOnlyList<string>? Resolve(string name) => name switch
    {
        "turning.docs.example.com" => [Interlocked.Increment(ref this.turns) % 2 == 1 ? "203.0.113.11" : Metadata],
        "both.docs.example.com" => [Metadata, ApiServer],
        _ when name.EndsWith(".svc.cluster.local", StringComparison.Ordinal) => this.Service(name),
        _ => this.Zone.GetValueOrDefault(name),
    };

    private string[]? Service(string name) => name.Split('.') is [var service, var space, ..] && this.Pods.Values.FirstOrDefault(pod => pod.Namespace == space && pod.Labels.GetValueOrDefault("app.kubernetes.io/name") == service) is { } pod ? [pod.Address] : null;

    private static bool Allows(PacketRules rules, IReadOnlyList<Pod> pods, IPAddress from, string name) =>
        pods.FirstOrDefault(pod => pod.Address == from.ToString()) is not { } pod || rules.NamesOf(pod) is not { } names || names.Any(pattern => Matches(pattern, name));

    private static bool Matches(string pattern, string name) => pattern.StartsWith("*.", StringComparison.Ordinal) ? name.EndsWith(pattern[1..], StringComparison.Ordinal) : name == pattern;

    private async Task OpenSetsAsync(PacketRules rules, IPAddress from, string name, IReadOnlyList<string> addresses)
    {
        foreach (var set in rules.Sets.Where(set => set.Pod.Address == from.ToString() && set.Patterns.Any(pattern => Matches(pattern, name))))
        {
            foreach (var address in addresses.Where(address => this.opened.Add($"{set.Name} {address}")))
            {
                await this.spaces["router"].ExecAsync("nft", "add", "element", "ip", "pods", set.Name, $"{{ {address} }}");
            }
        }
    }
}
