using System.Text.Json;
using LlmOpsSecure.Attacks.Audit;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>What is tried on the guard's access log, and what it must say of everything that was tried before.</summary>
internal static class LogAttacks
{
    private const string Log = "guard: access log";
    private const string Secret = "s3cr3t-canary";

    private static readonly string[] Members = ["time", "n", "tenant", "request", "id", "client", "method", "path", "status", "in", "out", "wait_ms", "total_ms", "end", "server"];

    public static IReadOnlyList<Attack<GuardWorld>> All { get; } =
    [
        new("quotes, brackets and line breaks in a path stay inside one line", Log, "", "one line", world => InjectAsync(world, GuardAttacks.Get("/v1/\"}],%0a{\"status\":200}\\"))),
        new("quotes in a method stay inside one line", Log, "", "one line", world => InjectAsync(world, RawCaller.Request("G'E|T", "/v1/models", GuardTenants.Quiet))),
        new("quotes and control characters in a tenant stay inside one line", Log, "", "one line", world => InjectAsync(world, RawCaller.Request("GET", "/v1/models", "\",\"status\":\"200\t\u0001{}"))),
        new("letters that are not of any alphabet stay inside one line", Log, "", "one line", world => InjectAsync(world, RawCaller.Request("GET", "/v1/models", "\u00ff\u00fe\u0080"))),
        new("a request id that is no id is not taken", Log, "", "one line", world => InjectAsync(world, GuardAttacks.Get("/v1/models", "x-request-id: \"}\\\",\"status\":200\r\n"))),
        new("a line of all that a client can fill is not cut", Log, "", "one line", world => InjectAsync(world, RawCaller.Request("GET", $"/{new string('"', 1900)}", new string('"', 3000)))),
        new("secrets in headers, query, cookie and body are not in the log", Log, "gateway-access-logs-hold-no-credentials", "not there", SecretsAsync),
        new("every request is in the log exactly once, in order, with tenant and request id", Log, "audit-logs-reach-a-workspace", "40 of 40 once, in order", OnceAsync),
        new("every line of all these tests is there: their numbers have no gap", Log, "audit-logs-reach-a-workspace", "all, in order", NumbersAsync),
        new("every line of all these tests is one JSON object", Log, "audit-logs-reach-a-workspace", "all", LinesAsync),
    ];

    // A request must add exactly one line, which reads as JSON and keeps the names of its members.
    private static async Task<string> InjectAsync(GuardWorld world, string request)
    {
        var before = await SettledAsync(world);
        await world.Raw(world.Gateway).SendAsync(request);
        await GuardAttacks.UntilAsync(() => world.Log.Count > before);
        var lines = world.Log.Skip(before).ToList();
        return lines.Count == 1 && IsWhole(lines[0]) ? "one line" : string.Join(" / ", lines);
    }

    private static async Task<string> SecretsAsync(GuardWorld world)
    {
        var body = $$"""{"size":2,"messages":[{"role":"user","content":"{{Secret}}"}]}""";
        await world.Raw(world.Gateway).SendAsync(RawCaller.Request("POST", $"/v1/chat/completions?key={Secret}", GuardTenants.Quiet, body, $"authorization: Bearer {Secret}\r\ncookie: session={Secret}\r\nx-api-key: {Secret}\r\n"));
        await world.Raw(world.Gateway).SendAsync(RawCaller.Request("POST", $"/v1/nothing?key={Secret}#{Secret}", GuardTenants.Quiet, body));
        await SettledAsync(world);
        return world.Log.Any(line => line.Contains(Secret, StringComparison.Ordinal)) ? "leaked" : "not there";
    }

    private static async Task<string> OnceAsync(GuardWorld world)
    {
        using var client = world.Client(world.Gateway);
        var ids = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid().ToString()).ToList();
        foreach (var id in ids)
        {
            using var request = GuardAttacks.Message(world, HttpMethod.Post, "/v1/chat/completions", GuardTenants.Quiet, "{}");
            request.Headers.Add("x-request-id", id);
            using var answer = await client.SendAsync(request);
        }

        await SettledAsync(world);
        var seen = Entries(world).Where(entry => entry.TryGetProperty("request", out var id) && ids.Contains(id.GetString()!)).ToList();
        var inOrder = seen.Select(entry => entry.GetProperty("request").GetString()).SequenceEqual(ids) && seen.All(entry => entry.GetProperty("tenant").GetString() == GuardTenants.Quiet && entry.GetProperty("status").GetInt32() == 200);
        return $"{seen.Count} of 40 once, {(inOrder ? "in order" : "not in order")}";
    }

    private static async Task<string> LinesAsync(GuardWorld world)
    {
        await SettledAsync(world);
        var broken = world.Log.Where(line => !IsWhole(line)).ToList();
        return broken.Count == 0 ? "all" : string.Join('\n', broken);
    }

    private static async Task<string> NumbersAsync(GuardWorld world)
    {
        await SettledAsync(world);
        return LineNumbers.Say(Entries(world));
    }

    // A handshake that failed has no request, and says so in a line of its own.
    private static bool IsWhole(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var names = json.RootElement.EnumerateObject().Select(member => member.Name).ToList();
            return names.SequenceEqual(Members) || names.SequenceEqual(["time", "n", "address", "status", "error", "end"]);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<JsonElement> Entries(GuardWorld world) => world.Log.Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    });

    // Lines are written when a request has ended; none for half a second means that all are there.
    private static async Task<int> SettledAsync(GuardWorld world)
    {
        int count;
        do
        {
            count = world.Log.Count;
            await Task.Delay(500);
        }
        while (world.Log.Count != count);
        return count;
    }
}
