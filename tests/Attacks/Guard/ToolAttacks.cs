using System.Globalization;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>
/// What is tried on the guard before tool servers, of which a stack runs two, each with half of what each tenant of the class may ask. The gateway ends sessions
/// itself, for no tenant.
/// </summary>
internal static class ToolAttacks
{
    /// <summary>Half of 2,400 requests a minute.</summary>
    private const int Limit = 1200;

    /// <summary>Half of the other tenant's 1,200.</summary>
    private const int OtherLimit = 600;

    private const int Places = 16;
    private const string Tools = "/mcp";
    private const string Callers = "tool guard: mutual TLS";
    private const string Paths = "tool guard: list of calls";
    private const string Tenants = "tool guard: tenants";
    private const string Strip = "gateway-client-headers-are-stripped";
    private const string Caps = "tool guard: caps";
    private const string Limits = "tool guard: tenant limits";
    private const string Own = "gateway-tools-have-their-own-gateway";
    private const string Deny = "network-namespaces-deny-by-default";

    /// <summary>The stack's <c>gateway.bodyKiB</c>.</summary>
    private const int BodyBytes = 256 * 1024;

    private static readonly string Refused = Passed(Limit);

    public static IReadOnlyList<Attack<GuardWorld>> All { get; } =
    [
        new("a call of a tool passes", Paths, "", "200, reached POST /mcp", world => Send(world, Post("{}"))),
        new("a stream of a tool server's events passes", Paths, "", "200, reached GET /mcp", world => Send(world, RawCaller.Request("GET", Tools, GuardTenants.Quiet))),
        new("the end of a session passes", Paths, "", "200, reached DELETE /mcp", world => Send(world, RawCaller.Request("DELETE", Tools, GuardTenants.Quiet))),
        new("the end of a session that the gateway makes itself, for no tenant, passes", Paths, "", "200, reached DELETE /mcp", world => Send(world, WithoutTenant("DELETE", ""))),
        GuardAttacks.Refused("a call of a tool without a tenant", Tenants, Strip, "403", WithoutTenant("POST", "{}")),
        GuardAttacks.Refused("a call of a tool with an empty tenant", Tenants, Strip, "403", RawCaller.Request("POST", Tools, "", "{}")),
        GuardAttacks.Refused("the end of a session with two tenants", Tenants, Strip, "403", RawCaller.Request("DELETE", Tools, $"{GuardTenants.Quiet}, {GuardTenants.Rate}")),
        GuardAttacks.Refused("a call of a tool for a tenant that the class does not list", Tenants, Strip, "403", RawCaller.Request("POST", Tools, GuardTenants.Loud, "{}")),
        GuardAttacks.Refused("a call of a tool for the gateway itself", Tenants, Strip, "403", RawCaller.Request("POST", Tools, "gateway", "{}")),
        new("a call of a tool without a certificate", Callers, Own, "refused", world => world.WatchAsync(() => world.Raw(null).SendAsync(Post("{}")))),
        new("a call of a tool with the certificate of another component", Callers, Own, "403", world => world.WatchAsync(() => world.Raw(world.Neighbour).SendAsync(Post("{}")))),
        .. new[] { "/", "/health", "/v1/chat/completions", "//mcp", "/mcp/", "/mcp/../admin", "/mcp%2f..%2fadmin", "/MCP", "/search/mcp" }.Select(path => GuardAttacks.Refused($"path {path} of a tool server", Paths, Deny, "404", RawCaller.Request("POST", path, GuardTenants.Quiet, "{}"))),
        .. new[] { "PUT", "PATCH", "OPTIONS", "HEAD" }.Select(method => GuardAttacks.Refused($"method {method} on a tool server", Paths, Deny, "404", RawCaller.Request(method, Tools, GuardTenants.Quiet))),
        new("a call of exactly the cap passes", Caps, "", "200, reached POST /mcp", world => Send(world, Post(Body(BodyBytes)))),
        GuardAttacks.Refused("a call of one byte more", Caps, "", "413", Post(Body(BodyBytes + 1))),
        GuardAttacks.Refused("a chunked call", Caps, "", "411", $"POST {Tools} HTTP/1.1\r\nhost: guard\r\nx-tenant-id: {GuardTenants.Quiet}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n"),
        GuardAttacks.Refused("a stream of events with a body", Caps, "", "413", RawCaller.Request("GET", Tools, GuardTenants.Quiet, "{}")),
        new("HTTP/2: the end of a session with a body", Caps, "", "refused", world => world.WatchAsync(() => Http2Frames.SendAsync(world.Raw(world.Gateway), [(":method", "DELETE"), (":scheme", "https"), (":authority", "guard"), (":path", Tools)], "{}"))),
        GuardAttacks.Refused("an upgrade of a tool's connection to WebSocket", Caps, "", "400", RawCaller.Request("GET", Tools, GuardTenants.Quiet, headers: "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n")),
        new("calls at once: the limit passes, one more does not", Limits, Own, $"{Places} held, then 429", PlacesAsync),
        new("slow headers, slow bodies, idle connections and a flood of a caller that is not the gateway at once", "tool guard: bounds", Own, LoadAttacks.Served, world => LoadAttacks.FireAsync(world, Tools, isStranger: true)),
        new("calls in a minute, counted from a restart: the limit passes, one more does not", Limits, Own, Refused, AnewAsync),
        new("a tenant over its limit takes nothing of another's", Limits, Own, Passed(OtherLimit), world => GuardAttacks.UntilRefusedAsync(world, GuardTenants.Rate, "{}", Tools)),
        new("a restart gives a replica's part of the limit back once", Limits, Own, Refused, AnewAsync),
    ];

    private static string Passed(int limit) => string.Create(CultureInfo.InvariantCulture, $"{limit} passed, then 429, retry after 60");

    private static string WithoutTenant(string method, string body) => $"{method} {Tools} HTTP/1.1\r\nhost: guard\r\ncontent-type: application/json\r\ncontent-length: {body.Length}\r\n\r\n{body}";

    private static string Post(string body) => RawCaller.Request("POST", Tools, GuardTenants.Quiet, body);

    private static string Body(int bytes) => $$"""{"size":2,"pad":"{{new string('a', bytes - 19)}}"}""";

    private static Task<string> Send(GuardWorld world, string request) => world.WatchAsync(() => world.Raw(world.Gateway).SendAsync(request));

    private static async Task<string> PlacesAsync(GuardWorld world)
    {
        using var client = world.Client(world.Gateway);
        var held = Enumerable.Range(0, Places).Select(_ => GuardAttacks.Ask(world, client, GuardTenants.Quiet, """{"hold":"tools"}""", Tools)).ToList();
        await GuardAttacks.UntilAsync(() => world.Model.Held == Places);
        var next = await GuardAttacks.Ask(world, client, GuardTenants.Quiet, "{}", Tools);
        world.Model.Release("tools");
        await Task.WhenAll(held);
        return $"{Places} held, then {next}";
    }

    private static async Task<string> AnewAsync(GuardWorld world)
    {
        await world.RestartAsync(0);
        return await GuardAttacks.UntilRefusedAsync(world, GuardTenants.Quiet, "{}", Tools);
    }
}
