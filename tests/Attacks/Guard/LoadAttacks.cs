using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>What is tried to keep the guard from serving others.</summary>
internal static class LoadAttacks
{
    /// <summary>What <see cref="FireAsync"/> must say.</summary>
    public const string Served = "others are served in at most 3 times the quiet time (p99)";

    private const string Load = "guard: bounds";

    /// <summary>An answer that takes 50 milliseconds, less than any of a model: what the guard adds is held against a time that is real.</summary>
    private const string Answer = """{"delay":50}""";

    public static IReadOnlyList<Attack<GuardWorld>> All { get; } =
    [
        new("2000 idle connections of one source", Load, "gateway-connections-are-bounded", "64 stay, others are served", IdleAsync),
        new("slow headers, slow bodies, idle connections and a flood of a tenant at once", Load, "gateway-connections-are-bounded", Served, world => FireAsync(world)),
        new("a tenant that holds all its places", Load, "gateway-concurrency-is-bounded", "another tenant is served", HoldAsync),
    ];

    private static async Task<string> IdleAsync(GuardWorld world)
    {
        var idle = await OpenAsync(world, 2000);
        try
        {
            using var client = world.Client(world.Gateway);
            var other = await GuardAttacks.Ask(world, client, GuardTenants.Quiet, "{}");
            var open = idle.Count(IsOpen);
            return $"{open} stay, others are {(other == "200" ? "served" : other)}";
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>Slow headers, slow bodies and idle connections of two sources, and a flood that is refused, while a well-behaved caller is measured.</summary>
    public static async Task<string> FireAsync(GuardWorld world, string path = "/v1/chat/completions", bool isStranger = false)
    {
        using var client = world.Client(world.Gateway);
        var ratios = new List<double>();
        for (var attempt = 0; attempt < 3; attempt++) // the machine may be busy with something else
        {
            var quiet = await NinetyNineAsync(world, client, path);
            var idle = await OpenAsync(world, 500);
            using var end = new CancellationTokenSource();
            var slow = Enumerable.Range(0, 12).Select(number => SlowAsync(world, number % 2 == 0 ? $"POST {path} HTTP/1.1\r\nhost: gu" : RawCaller.Request("POST", path, GuardTenants.Loud, "{}")[..^1])).ToList();
            var flood = FloodAsync(world, isStranger ? world.Neighbour : world.Gateway, end.Token);
            var busy = await NinetyNineAsync(world, client, path);
            await end.CancelAsync();
            await flood;
            await Task.WhenAll(slow);
            idle.ForEach(socket => socket.Dispose());
            ratios.Add(busy / quiet);
            if (ratios[^1] <= 3)
            {
                return Served;
            }
        }

        return string.Join(", ", ratios.Select(ratio => ratio.ToString("F1", CultureInfo.InvariantCulture)));
    }

    private static async Task<string> HoldAsync(GuardWorld world)
    {
        using var client = world.Client(world.Gateway);
        var held = Enumerable.Range(0, 8).Select(_ => GuardAttacks.Ask(world, client, GuardTenants.Loud, """{"hold":"loud"}""")).ToList();
        await GuardAttacks.UntilAsync(() => world.Model.Held == 8);
        var other = await GuardAttacks.Ask(world, client, GuardTenants.Quiet, "{}");
        world.Model.Release("loud");
        await Task.WhenAll(held);
        return other == "200" ? "another tenant is served" : other;
    }

    // All from one address that is not the well-behaved client's.
    private static async Task<List<Socket>> OpenAsync(GuardWorld world, int count)
    {
        var open = new List<Socket>();
        for (var index = 0; index < count; index++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.66"), 0));
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, world.Port);
            }
            catch (SocketException)
            {
                // refused at once, which is a bound as well
            }

            open.Add(socket);
        }

        await Task.Delay(500);
        return open;
    }

    private static bool IsOpen(Socket socket) => socket.Connected && !socket.Poll(0, SelectMode.SelectRead);

    // Until the guard gives up on it.
    private static async Task SlowAsync(GuardWorld world, string start)
    {
        try
        {
            await using var stream = await world.Raw(world.Gateway, IPAddress.Parse("127.0.0.67")).OpenAsync();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(start));
            await RawCaller.StatusAsync(stream);
        }
        catch (IOException)
        {
            // closed by the guard
        }
    }

    // Calls of a tenant that is over its limit, or of a caller that is not the gateway.
    private static async Task FloodAsync(GuardWorld world, X509Certificate2 certificate, CancellationToken end)
    {
        using var client = world.Client(certificate);
        while (!end.IsCancellationRequested)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GuardAttacks.Ask(world, client, GuardTenants.Rate, "{}")));
        }
    }

    // Four at a time, of 200.
    private static async Task<double> NinetyNineAsync(GuardWorld world, HttpClient client, string path)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var own = new List<double>();
            for (var count = 0; count < 50; count++)
            {
                var start = Stopwatch.GetTimestamp();
                Assert.Equal("200", await GuardAttacks.Ask(world, client, GuardTenants.Quiet, Answer, path));
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return own;
        }));
        return times.SelectMany(own => own).Order().ElementAt(197);
    }
}
