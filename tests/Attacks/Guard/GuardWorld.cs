using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using LlmOpsSecure.Infra.Serving;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>A model server behind one guard or several, each a real HAProxy with the emitted configuration; only paths of files, addresses and ports are those of the test.</summary>
internal sealed partial class GuardWorld : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Certificates authority = new();
    private readonly Certificates strangers = new();
    private readonly List<RealProgram> guards = [];
    private readonly List<string> files = [];
    private readonly List<string> names = [];
    private readonly List<string> endedLines = [];

    private int[] counts = [];

    private GuardWorld(ModelServer model) => this.Model = model;

    public ModelServer Model { get; }

    /// <summary>The ports of the guards.</summary>
    public IReadOnlyList<int> Ports { get; private set; } = [];

    public int Port => this.Ports[0];

    /// <summary>The only certificate that may call.</summary>
    public X509Certificate2 Gateway => field ??= this.authority.Issue(GuardConfiguration.Caller);

    /// <summary>The gateway as a client.</summary>
    public HttpClient Caller => field ??= this.Client(this.Gateway);

    /// <summary>Of the same authority, with another name.</summary>
    public X509Certificate2 Neighbour => field ??= this.authority.Issue("rate-limit-store.gateway.svc.cluster.local");

    /// <summary>The right name, expired.</summary>
    public X509Certificate2 Expired => field ??= this.authority.Issue(GuardConfiguration.Caller, expired: true);

    /// <summary>The right name, of another authority.</summary>
    public X509Certificate2 Stranger => field ??= this.strangers.Issue(GuardConfiguration.Caller);

    /// <summary>The lines of the first guard's log, of all its lives.</summary>
    public IReadOnlyList<string> Log => [.. this.endedLines, .. this.guards[0].Lines];

    /// <summary>The process of the first guard.</summary>
    public int Process => this.guards[0].Id;

    public string Folder => this.folder.Path;

    /// <summary>Starts as many guards as named, all in front of one model server.</summary>
    public static async Task<GuardWorld> OpenAsync(Func<string, GuardConfiguration> configure, int replicas = 1)
    {
        var world = await PrepareAsync();
        int[] ports = [.. Enumerable.Range(0, replicas).Select(_ => Attacks.Ports.Free())];
        int[] shared = [.. Enumerable.Range(0, replicas).Select(_ => Attacks.Ports.Free())];
        world.Ports = ports;
        var configuration = configure($"127.0.0.1:{world.Model.Port}") with
        {
            Peers = replicas == 1 ? [] : [.. shared.Select((port, index) => new GuardPeer($"model-{index}", $"127.0.0.1:{port}"))],
        };
        for (var index = 0; index < replicas; index++)
        {
            world.Add($"model-{index}", configuration.ToString(), ports[index], replicas == 1 ? null : shared[index]);
        }

        for (var index = 0; index < replicas; index++)
        {
            await world.ReadyAsync(index);
        }

        world.counts = shared;
        await world.AcquaintedAsync();
        return world;
    }

    /// <summary>Starts one replica of the guard that a stack emits, by the text of its configuration.</summary>
    public static async Task<GuardWorld> OpenAsync(string emitted)
    {
        var world = await PrepareAsync();
        world.Ports = [Attacks.Ports.Free()];
        var text = ServerAddress().Replace(emitted, $"127.0.0.1:{world.Model.Port}");
        Assert.NotEqual(emitted, text);
        var replica = Replica().Match(text);
        world.Add(replica.Success ? replica.Groups["name"].Value : "guard", OtherReplica().Replace(text, "127.0.0.1:1"), world.Port, replica.Success ? Attacks.Ports.Free() : null);
        await world.ReadyAsync(0);
        return world;
    }

    /// <summary>Ends a guard and starts it again, with a named pipe as its output where one is given.</summary>
    public async Task RestartAsync(int index, string? pipe = null)
    {
        this.guards[index].Dispose();
        this.endedLines.AddRange(index == 0 ? this.guards[0].Lines : []);
        this.guards[index] = pipe is null ? this.Start(index) : RealProgram.Start("sh", "-c", $"PATH=$PATH:/usr/sbin exec haproxy -db -L {this.names[index]} -f {this.files[index]} 1<>{pipe}");
        await this.ReadyAsync(index);
        await this.AcquaintedAsync();
    }

    /// <summary>Whether HAProxy accepts the configuration, and what it says.</summary>
    public Task<(int Code, string Output)> CheckAsync(int index = 0) => RealProgram.RunAsync("haproxy", "-c", "-L", this.names[index], "-f", this.files[index]);

    public RawCaller Raw(X509Certificate2? certificate, IPAddress? from = null) => new(this.Port, certificate, from);

    /// <summary>A well-behaved client.</summary>
    public HttpClient Client(X509Certificate2? certificate, bool http2 = false)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString(HashAlgorithmName.SHA256).Length > 0;
        handler.SslOptions.ClientCertificates = certificate is null ? null : [certificate];
        return new(handler) { Timeout = TimeSpan.FromSeconds(60), DefaultRequestVersion = http2 ? HttpVersion.Version20 : HttpVersion.Version11, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    /// <summary>Does something, and adds what of it reached the server.</summary>
    public async Task<string> WatchAsync(Func<Task<string>> attempt)
    {
        var before = this.Model.Reached.Count;
        var answer = await attempt();
        var arrived = this.Model.Reached.Skip(before).ToList();
        return arrived.Count == 0 ? answer : $"{answer}, reached {string.Join(" and ", arrived)}";
    }

    public async ValueTask DisposeAsync()
    {
        this.Caller.Dispose();
        this.guards.ForEach(guard => guard.Dispose());
        await this.Model.DisposeAsync();
        this.authority.Dispose();
        this.strangers.Dispose();
        this.folder.Dispose();
    }

    private static async Task<GuardWorld> PrepareAsync()
    {
        var world = new GuardWorld(await ModelServer.StartAsync());
        world.folder.Write("ca.crt", world.authority.Pem);
        using var server = world.authority.Issue("localhost");
        world.folder.Write("tls.crt", server.ExportCertificatePem());
        world.folder.Write("tls.key", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return world;
    }

    private void Add(string name, string configuration, int port, int? counts)
    {
        var text = Replace(configuration, ($"bind :{GuardConfiguration.Port} ", $"bind 127.0.0.1:{port} "), ($"bind :{GuardConfiguration.HealthPort}", $"bind 127.0.0.1:{Attacks.Ports.Free()}"));
        text = counts is null ? text : Replace(text, ($"bind :{GuardConfiguration.PeerPort} ", $"bind 127.0.0.1:{counts} "));
        text = text.Replace("/etc/guard-tls", this.folder.Path, StringComparison.Ordinal).Replace("/etc/authority", this.folder.Path, StringComparison.Ordinal);
        this.files.Add(this.folder.Write($"haproxy-{this.files.Count}.cfg", text));
        this.names.Add(name);
        this.guards.Add(this.Start(this.guards.Count));
    }

    private RealProgram Start(int index) => RealProgram.Start("haproxy", "-db", "-L", this.names[index], "-f", this.files[index]);

    private async Task ReadyAsync(int index)
    {
        using var client = this.Client(this.Gateway);
        await this.guards[index].UntilAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{this.Ports[index]}/v1/models");
            request.Headers.Add("x-tenant-id", GuardTenants.Probe);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden or HttpStatusCode.NotFound; // a guard of a stack does not know the probe, and a guard of tools not the path: neither counts
        });
    }

    // Replicas that start together look for each other again after some seconds; until then each counts alone.
    private async Task AcquaintedAsync()
    {
        var pairs = this.Ports.Count * (this.Ports.Count - 1) / 2;
        for (var (attempt, stable) = (0, 0); attempt < 120 && stable < 6; attempt++)
        {
            var met = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
                .Count(connection => connection.State == System.Net.NetworkInformation.TcpState.Established && this.counts.Contains(connection.LocalEndPoint.Port));
            stable = met >= pairs ? stable + 1 : 0;
            await Task.Delay(pairs == 0 ? 0 : 250);
        }
    }

    // What a test changes must be there, or it would test something else.
    private static string Replace(string text, params (string From, string To)[] changes)
    {
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex(@"(?<=^\s*server server )\S+", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ServerAddress();

    [GeneratedRegex(@"\.if streq\(""\$HAPROXY_LOCALPEER"",(?<name>[^)]+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Replica();

    [GeneratedRegex(@"\S+\.svc\.cluster\.local:10001", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherReplica();
}
