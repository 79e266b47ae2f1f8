using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LlmOpsSecure.Attacks.Audit;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>What is tried to take more than a sandbox's share, or to open the way out by breaking the proxy. The last of all, because some of it is not forgotten at once.</summary>
internal static class OutageAttacks
{
    private const string Bounds = "egress proxy: bounds";
    private const string Only = "sandbox-reaches-only-its-proxy";
    private const string Bounded = "slowed down to its bandwidth, or closed when it opens another: from HAProxy 2.7, or before";
    private const string Listed = "api.search.example.com:443";

    public static IReadOnlyList<Attack<EgressWorld>> All { get; } =
    [
        new("an answer that is larger than the bandwidth of a sandbox", Bounds, "", "all of it, at no more than the bandwidth", BandwidthAsync),
        new("connections at once: the limit passes, one more does not, and another sandbox is served", Bounds, "", "32 open, then closed, another has 200", AtOnceAsync),
        new("a flood of connections from one sandbox", Bounds, "", "the flood is refused, others are served while it lasts", FloodAsync),
        new("a sandbox that sends more than its share in one connection", Bounds, "", Bounded, UploadAsync),
        new("the death of the proxy closes the way out", "network policies", Only, "refused by the proxy, dropped around it, 200 when it is back", DeathAsync),
        new("a full disk under the log closes the way out", "egress proxy: log", "audit-logs-reach-a-workspace", "closed, at most one tunnel without a line", FullDiskAsync),
        new("a collector that does not read closes the way out until it does", "egress proxy: log", "audit-logs-reach-a-workspace", "no answer, then open, with a line for each, all, in order", UnreadAsync),
    ];

    private static async Task<string> BandwidthAsync(EgressWorld world)
    {
        var bytes = EgressWorld.SearchBytes * 5;
        var caller = new SandboxCaller(world, "search-2");
        await using var tunnel = (await caller.OpenAsync(Listed))!;
        await using var secure = await SandboxCaller.SecureAsync(tunnel, "api.search.example.com");
        var start = Stopwatch.GetTimestamp();
        await secure.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET /bytes/{bytes} HTTP/1.1\r\nHost: a\r\n\r\n")));
        var buffer = new byte[65_536];
        long got = 0;
        while (got < bytes)
        {
            var read = await secure.ReadAsync(buffer);
            if (read == 0)
            {
                break;
            }

            got += read;
        }

        // Two seconds' worth may come at once.
        var most = EgressWorld.SearchBytes * (Stopwatch.GetElapsedTime(start).TotalSeconds + 2.5);
        return $"{(got >= bytes ? "all of it" : string.Create(CultureInfo.InvariantCulture, $"{got} bytes"))}, at {(got <= most ? "no more than" : "more than")} the bandwidth";
    }

    private static async Task<string> AtOnceAsync(EgressWorld world)
    {
        var caller = new SandboxCaller(world, "search-2");
        var open = new List<NetworkStream>();
        try
        {
            for (var count = 0; count < 32 && await caller.OpenAsync(Listed) is { } tunnel; count++)
            {
                open.Add(tunnel);
            }

            var more = await Connected(caller);
            var other = await new SandboxCaller(world, "search-1").TunnelAsync(Listed);
            return $"{open.Count} open, then {more}, another has {other.Split(',')[0]}";
        }
        finally
        {
            open.ForEach(tunnel => tunnel.Dispose());
        }
    }

    private static async Task<string> Connected(SandboxCaller caller, string to = Listed)
    {
        try
        {
            await using var tunnel = await caller.OpenAsync(to);
            return tunnel is null ? "closed" : "open";
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            return "closed";
        }
    }

    private static async Task<string> FloodAsync(EgressWorld world)
    {
        var refused = 0;
        var flood = Task.Run(async () =>
        {
            for (var count = 0; count < EgressWorld.SearchConnections + 300; count++)
            {
                refused += await Connected(new(world, "search-2")) == "closed" ? 1 : 0;
            }
        });
        var served = new List<string>();
        do
        {
            served.Add((await new SandboxCaller(world, "search-1").TunnelAsync(Listed)).Split(',')[0]);
        }
        while (!flood.IsCompleted);
        await flood;
        return $"the flood is {(refused >= 200 ? "refused" : string.Create(CultureInfo.InvariantCulture, $"not refused ({refused})"))}, others are {(served.All(answer => answer == "200") ? "served" : "not served")} while it lasts";
    }

    private static async Task<string> UploadAsync(EgressWorld world)
    {
        var caller = new SandboxCaller(world, "mail-1", "mail");
        var start = Stopwatch.GetTimestamp();
        await SendAsync(caller, EgressWorld.MailBytes * 4);
        if (Stopwatch.GetElapsedTime(start).TotalSeconds >= 3)
        {
            return Bounded;
        }

        await SendAsync(caller, (EgressWorld.MailBytes * 60) + 1_000_000);
        await Task.Delay(500);
        return await caller.WatchAsync(() => Connected(caller)) is var next && next == "closed, logged gate PR" ? Bounded : next;
    }

    // Until the host has all of it.
    private static async Task SendAsync(SandboxCaller caller, int bytes)
    {
        await using var tunnel = (await caller.OpenAsync("mail.example.com:443"))!;
        await using var secure = await SandboxCaller.SecureAsync(tunnel, "mail.example.com");
        await secure.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {bytes}\r\n\r\n")));
        await secure.WriteAsync(Encoding.ASCII.GetBytes(new string('x', bytes)));
        Assert.StartsWith("HTTP/1.1 200", await Guard.RawCaller.HeadAsync(secure), StringComparison.Ordinal);
    }

    // The log of Squid and of the gate on a disk that is full: what cannot be written down must not pass.
    private static async Task<string> FullDiskAsync(EgressWorld world)
    {
        var proxy = world.Proxies["mail"];
        proxy.Stop();
        var disk = Path.GetDirectoryName(proxy.AccessLog)!;
        await RealProgram.RunAsync("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk);
        try
        {
            await world.StartAsync("mail");
            await RealProgram.RunAsync("dd", "if=/dev/zero", $"of={disk}/full", "bs=1k", "count=256");
            var (before, served) = (TrailAttacks.Entries(proxy.AccessLog).Count, 0);
            for (; served < 60 && await Connected(new(world, "mail-1", "mail"), "mail.example.com:443") == "open"; served++)
            {
                await Task.Delay(20); // the line is written when the tunnel has ended
            }

            var missing = served - (TrailAttacks.Entries(proxy.AccessLog).Count - before);
            return $"{(served < 60 ? "closed" : "still open")}, {(missing <= 1 ? "at most one tunnel" : string.Create(CultureInfo.InvariantCulture, $"{missing} tunnels"))} without a line";
        }
        finally
        {
            proxy.Stop();
            await RealProgram.RunAsync("umount", disk);
        }
    }

    // What is written fills the pipe to the collector, and then Squid waits.
    private static async Task<string> UnreadAsync(EgressWorld world)
    {
        const int Most = 290; // fewer than the gate lets a sandbox open in a minute
        const string Host = "mail.example.com:443";
        var (proxy, caller) = (world.Proxies["mail"], new SandboxCaller(world, "mail-1", "mail"));
        proxy.Stop();
        await world.StartAsync("mail", isUnread: true);
        var (tunnels, last) = (0, Task.FromResult("open"));
        while (tunnels < Most && last.IsCompletedSuccessfully && last.Result == "open")
        {
            tunnels++;
            last = Connected(caller, Host);
            await Task.WhenAny(last, Task.Delay(TimeSpan.FromSeconds(3)));
        }

        var answer = last.IsCompleted ? await last : "no answer";
        await proxy.ReadAsync();
        var late = await last;
        await proxy.ReadAsync();
        proxy.Stop();
        var lines = TrailAttacks.Entries(proxy.AccessLog);
        var told = lines.Count(line => line.GetProperty("method").GetString() == "CONNECT" && line.GetProperty("status").GetInt32() == 200);
        await world.StartAsync("mail");
        return $"{answer}, then {late}, with a line for {(told == tunnels ? "each" : string.Create(CultureInfo.InvariantCulture, $"{told} of {tunnels}"))}, {LineNumbers.Say(lines)}";
    }

    private static async Task<string> DeathAsync(EgressWorld world)
    {
        var caller = new SandboxCaller(world, "search-1");
        world.Proxies["search"].Stop();
        string answer;
        try
        {
            await using var tunnel = await caller.OpenAsync(Listed);
            answer = "answered";
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            answer = "refused";
        }

        var direct = await caller.DirectAsync(EgressWorld.Search, 443);
        await world.StartAsync("search");
        return $"{answer} by the proxy, {direct} around it, {(await caller.TunnelAsync(Listed)).Split(',')[0]} when it is back";
    }
}
