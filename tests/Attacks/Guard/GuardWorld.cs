using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LlmOpsSecure.Infra.Serving;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>A model server behind one guard or several, each a real HAProxy with the emitted configuration; only paths of files, addresses and ports are those of the test.</summary>
internal sealed class GuardWorld : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Certificates authority = new();
    private readonly Certificates strangers = new();
    private readonly List<RealProgram> guards = [];
    private readonly List<string> files = [];
    private readonly List<string> endedLines = [];

    private int[] counts = [];

    private GuardWorld(ModelServer model) => this.Model = model;

    public ModelServer Model { get; }

    /// <summary>The ports of the guards.</summary>
    public IReadOnlyList<int> Ports { get; private set; } = [];

    public int Port => this.Ports[0];

    /// <summary>The only certificate that may call.</summary>
    public X509Certificate2 Gateway => field ??= this.authority.Issue(GuardConfiguration.Caller);

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
        var world = new GuardWorld(await ModelServer.StartAsync());
        world.folder.Write("ca.crt", world.authority.Pem);
        using var server = world.authority.Issue("localhost");
        world.folder.Write("tls.crt", server.ExportCertificatePem());
        world.folder.Write("tls.key", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        int[] ports = [.. Enumerable.Range(0, replicas).Select(_ => Attacks.Ports.Free())];
        int[] shared = [.. Enumerable.Range(0, replicas).Select(_ => Attacks.Ports.Free())];
        world.Ports = ports;
        var configuration = configure($"127.0.0.1:{world.Model.Port}") with
        {
            Peers = replicas == 1 ? [] : [.. shared.Select((port, index) => new GuardPeer($"model-{index}", $"127.0.0.1:{port}"))],
        };
        for (var index = 0; index < replicas; index++)
        {
            var text = Replace(configuration.ToString(), ($"bind :{GuardConfiguration.Port} ", $"bind 127.0.0.1:{ports[index]} "), ($"bind :{GuardConfiguration.HealthPort}", $"bind 127.0.0.1:{Attacks.Ports.Free()}"));
            text = replicas == 1 ? text : Replace(text, ($"bind :{GuardConfiguration.PeerPort} ", $"bind 127.0.0.1:{shared[index]} "));
            text = text.Replace("/etc/guard-tls", world.folder.Path, StringComparison.Ordinal).Replace("/etc/authority", world.folder.Path, StringComparison.Ordinal);
            world.files.Add(world.folder.Write($"haproxy-{index}.cfg", text));
            world.guards.Add(world.Start(index));
        }

        for (var index = 0; index < replicas; index++)
        {
            await world.ReadyAsync(index);
        }

        world.counts = shared;
        await world.AcquaintedAsync();
        return world;
    }

    /// <summary>Ends a guard and starts it again.</summary>
    public async Task RestartAsync(int index)
    {
        this.guards[index].Dispose();
        this.endedLines.AddRange(index == 0 ? this.guards[0].Lines : []);
        this.guards[index] = this.Start(index);
        await this.ReadyAsync(index);
        await this.AcquaintedAsync();
    }

    /// <summary>Whether HAProxy accepts the configuration, and what it says.</summary>
    public Task<(int Code, string Output)> CheckAsync(int index = 0) => RealProgram.RunAsync("haproxy", "-c", "-L", $"model-{index}", "-f", this.files[index]);

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
        this.guards.ForEach(guard => guard.Dispose());
        await this.Model.DisposeAsync();
        this.authority.Dispose();
        this.strangers.Dispose();
        this.folder.Dispose();
    }

    private RealProgram Start(int index) => RealProgram.Start("haproxy", "-db", "-L", $"model-{index}", "-f", this.files[index]);

    private async Task ReadyAsync(int index)
    {
        using var client = this.Client(this.Gateway);
        await this.guards[index].UntilAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{this.Ports[index]}/v1/models");
            request.Headers.Add("x-tenant-id", GuardTenants.Probe);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK;
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
}
