using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>What is tried on the guard. An answer without "reached" never got to the model server.</summary>
internal static class GuardAttacks
{
    private const string Chat = "/v1/chat/completions";
    private const string Callers = "guard: mutual TLS";
    private const string Paths = "guard: list of calls";
    private const string Parser = "guard: HTTP parser";
    private const string Caps = "guard: caps";
    private const string Limits = "guard: tenant limits";
    private const string Streams = "guard: streams";

    private const string CallersPolicy = "gateway-calls-models-with-a-certificate";
    private const string TenantPolicy = "gateway-client-headers-are-stripped";
    private const string PathsPolicy = "serving-server-listens-behind-the-guard";
    private const string BodiesPolicy = "gateway-bodies-are-bounded";
    private const string RequestsPolicy = "gateway-tenants-have-a-request-budget";
    private const string TimePolicy = "gateway-routes-have-timeouts";

    /// <summary>The routes of vLLM that no client may call: what it serves without a key, what loads and pauses, what tells about itself.</summary>
    private static readonly string[] Closed =
    [
        "/invocations", "/ping", "/pooling", "/classify", "/score", "/v1/score", "/rerank", "/v1/rerank", "/v2/rerank", "/tokenize", "/detokenize", "/tokenizer_info", "/metrics", "/version", "/load", "/health",
        "/docs", "/redoc", "/openapi.json", "/server_info", "/reset_prefix_cache", "/reset_mm_cache", "/sleep", "/wake_up", "/is_sleeping", "/pause", "/resume", "/is_paused", "/update_weights", "/collective_rpc",
        "/start_profile", "/stop_profile", "/v1/load_lora_adapter", "/v1/unload_lora_adapter", "/scale_elastic_ep", "/is_scaling_elastic_ep", "/v1/responses", "/v1/audio/transcriptions", "/v1/audio/translations",
        "/v1/messages", "/inference/v1/generate", "/abort_requests", "/v1/realtime", "/init_weight_transfer_engine", "/get_world_size", "/cohere/v2/embed",
    ];

    public static IReadOnlyList<Attack<GuardWorld>> All { get; } =
    [
        new("a listed call of the gateway passes", Paths, "", "200, reached POST /v1/chat/completions", world => Watch(world, () => world.Raw(world.Gateway).SendAsync(Post(Chat, "{}")))),
        new("a listed call over HTTP/2 passes", Paths, "", "200, reached GET /v1/models", world => Watch(world, () => Http2(world))),

        new("a call without a certificate", Callers, CallersPolicy, "refused", world => Watch(world, () => world.Raw(null).SendAsync(Get("/v1/models")))),
        new("a call with a certificate of another authority", Callers, CallersPolicy, "refused", world => Watch(world, () => world.Raw(world.Stranger).SendAsync(Get("/v1/models")))),
        new("a call with an expired certificate of the gateway", Callers, CallersPolicy, "refused", world => Watch(world, () => world.Raw(world.Expired).SendAsync(Get("/v1/models")))),
        new("a call with the certificate of another component, and a tenant's header", Callers, CallersPolicy, "403", world => Watch(world, () => world.Raw(world.Neighbour).SendAsync(Get("/v1/models")))),
        new("a call without TLS", Callers, CallersPolicy, "closed", world => Watch(world, () => PlainAsync(world))),
        new("a call without a tenant", Callers, TenantPolicy, "403", world => Watch(world, () => world.Raw(world.Gateway).SendAsync("GET /v1/models HTTP/1.1\r\nhost: guard\r\n\r\n"))),
        new("a call for a tenant that nobody knows", Callers, "gateway-callers-are-denied-by-default", "403", world => Watch(world, () => world.Raw(world.Gateway).SendAsync(RawCaller.Request("GET", "/v1/models", "bbbbbbbb-0000-0000-0000-000000000001")))),
        new("a call with two tenants", Callers, TenantPolicy, "403", world => Watch(world, () => world.Raw(world.Gateway).SendAsync(Get("/v1/models", $"x-tenant-id: {GuardTenants.Rate}\r\n")))),
        new("a call with two tenants in one header", Callers, TenantPolicy, "403", world => Watch(world, () => world.Raw(world.Gateway).SendAsync(RawCaller.Request("GET", "/v1/models", $"{GuardTenants.Quiet},{GuardTenants.Rate}")))),

        .. Closed.SelectMany(path => new[] { "GET", "POST" }.Select(method => Refused($"{method} {path}", Paths, PathsPolicy, "404", method == "GET" ? Get(path) : Post(path, "{}")))),
        .. new[] { "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get" }.Select(method => Refused($"method {method} on a listed path", Paths, PathsPolicy, method == "CONNECT" ? "400" : "404", RawCaller.Request(method, "/v1/models", GuardTenants.Quiet))),
        Refused("POST on a path that is listed for GET", Paths, PathsPolicy, "404", Post("/v1/models", "{}")),
        Refused("GET on a path that is listed for POST", Paths, PathsPolicy, "404", Get(Chat)),

        .. new[] { "//v1/models", "/./v1/models", "/v1/./models", "/v1//models", "/v1/models/", "/v1/models/.", "/v1/x/../models", "/v1/models/../../invocations", "/v1%2fmodels", "/%761/models", "/v1/models%2e", "/v1/models%00", "/v1/models;x=1", "/V1/MODELS", "/v1/models%2f..%2f..%2finvocations", "/v1\\models", "/%2e/v1/models", "/v1/models%0d%0ax:1" }
            .Select(path => Refused($"path {path}", Paths, PathsPolicy, "404", Get(path))),
        Refused("path in absolute form", Parser, PathsPolicy, "400", Get("http://guard/v1/models")),
        Refused("path in absolute form to another host", Parser, PathsPolicy, "400", Get("http://127.0.0.1:8000/metrics")),
        Refused("path without a slash", Parser, PathsPolicy, "400", Get("v1/models")),
        Refused("path of an asterisk", Parser, PathsPolicy, "400", RawCaller.Request("OPTIONS", "*", GuardTenants.Quiet)),
        Refused("path with a raw line break", Parser, PathsPolicy, "400", Get("/v1/mod\nels")),
        Refused("path of 3000 letters", Caps, "", "414", Get($"/v1/models?{new string('a', 3000)}")),

        Refused("content-length with transfer-encoding", Parser, "", "411", Get("/v1/models").Replace("GET", "POST", StringComparison.Ordinal).Replace("/v1/models", Chat, StringComparison.Ordinal).Replace("\r\n\r\n", "\r\ncontent-type: application/json\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /invocations HTTP/1.1\r\nhost: guard\r\n\r\n", StringComparison.Ordinal)),
        Refused("two different content-lengths", Parser, "", "400", Smuggle("content-length: 2\r\ncontent-length: 30\r\n", "{}GET /invocations HTTP/1.1\r\n\r\n")),
        Refused("a list of content-lengths", Parser, "", "400", Smuggle("content-length: 2, 30\r\n", "{}GET /invocations HTTP/1.1\r\n\r\n")),
        Refused("a content-length with a sign", Parser, "", "400", Smuggle("content-length: +2\r\n", "{}")),
        Refused("a content-length in hexadecimal", Parser, "", "400", Smuggle("content-length: 0x2\r\n", "{}")),
        Refused("a negative content-length", Parser, "", "400", Smuggle("content-length: -1\r\n", "{}")),
        Refused("an encoding that is not known", Parser, "", "400", Smuggle("transfer-encoding: xchunked\r\n", "0\r\n\r\n")),
        Refused("chunked that is not last", Parser, "", "400", Smuggle("transfer-encoding: chunked, identity\r\n", "0\r\n\r\n")),
        Refused("chunked twice", Parser, "", "400", Smuggle("transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n", "0\r\n\r\n")),
        Refused("a blank before the colon of transfer-encoding", Parser, "", "400", Smuggle("transfer-encoding : chunked\r\n", "0\r\n\r\n")),
        Refused("a chunked body", Parser, "", "411", Smuggle("transfer-encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n")),
        Refused("a chunked body on GET, without end", Caps, BodiesPolicy, "413", Get("/v1/models", "transfer-encoding: chunked\r\n") + Chunks(GuardTenants.BodyBytes + 100_000)),
        Refused("a body on GET", Caps, BodiesPolicy, "413", Get("/v1/models", "content-length: 2\r\n") + "{}"),
        Refused("a zero byte in a header", Parser, "", "400", Get("/v1/models", "x-note: a\0b\r\n")),
        Refused("a header without a name", Parser, "", "400", Get("/v1/models", ": x\r\n")),
        Refused("an HTTP version that does not exist", Parser, "", "505", Get("/v1/models").Replace("HTTP/1.1", "HTTP/9.9", StringComparison.Ordinal)),
        Refused("HTTP/1.0", Parser, "", "505", Get("/v1/models").Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal)),
        Refused("HTTP/0.9", Parser, "", "400", "GET /v1/models\r\n\r\n"),
        Refused("a header that goes on in the next line", Parser, "", "411", Smuggle("transfer-encoding:\r\n chunked\r\n", "0\r\n\r\n")),
        Refused("a header that begins with a blank", Parser, "", "411", Smuggle(" transfer-encoding: chunked\r\n", "0\r\n\r\n")),
        Refused("transfer-encoding behind a vertical tab", Parser, "", "400", Smuggle("transfer-encoding: \vchunked\r\n", "0\r\n\r\n")),
        Refused("a length under a name with an underscore", Parser, "", "411", Smuggle("content_length: 2\r\n", "{}")),
        Refused("two hosts", Parser, "", "400", Get("/v1/models", "host: other\r\n")),
        new("an upgrade to HTTP/2 in the clear is refused, or left out", Parser, "", "not handed on", UpgradeAsync),
        Refused("an upgrade to WebSocket", Parser, "", "400", Get("/v1/models", "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n")),
        new("a second request in the packet of the first is judged by itself", Paths, PathsPolicy, "200, then 404, reached GET /v1/models", world => Watch(world, () => PipelinedAsync(world))),
        new("a second request hidden in the body of the first stays a body", Parser, "", "200, reached POST /v1/chat/completions", world => Watch(world, () => HiddenAsync(world))),
        new("HTTP/2 with a path that is not listed", Paths, PathsPolicy, "refused", world => Watch(world, () => Pseudo(world, path: "/metrics"))),
        new("HTTP/2 with a path that holds a request", Parser, PathsPolicy, "refused", world => Watch(world, () => Pseudo(world, path: "/v1/models HTTP/1.1\r\nhost: x\r\n\r\nGET /metrics"))),
        new("HTTP/2 with a method that holds a request", Parser, PathsPolicy, "refused", world => Watch(world, () => Pseudo(world, method: "GET /metrics HTTP/1.1\r\n\r\n"))),
        new("HTTP/2 with two paths", Parser, PathsPolicy, "refused", world => Watch(world, () => Pseudo(world, more: [(":path", "/metrics")]))),
        new("HTTP/2 with a line break in a header", Parser, "", "refused", world => Watch(world, () => Pseudo(world, more: [("x-note", "a\r\nx-tenant-id: b")]))),
        new("HTTP/2 with transfer-encoding", Parser, "", "refused", world => Watch(world, () => Pseudo(world, more: [("transfer-encoding", "chunked")]))),
        new("HTTP/2 with a content-length that is too short", Parser, "", "refused", world => Watch(world, () => Pseudo(world, method: "POST", path: Chat, more: [("content-type", "application/json"), ("content-length", "2")], body: "{}GET /metrics"))),
        new("HTTP/2 with a body and no length", Parser, "", "refused", world => Watch(world, () => Pseudo(world, method: "POST", path: Chat, more: [("content-type", "application/json")], body: "{}"))),
        new("HTTP/2 with a body on GET", Caps, BodiesPolicy, "refused", world => Watch(world, () => Pseudo(world, body: "{}"))),
        new("HTTP/2 without a path", Parser, "", "refused", world => Watch(world, () => Frames(world, (":method", "GET"), (":scheme", "https"), (":authority", "guard"), Tenant))),
        new("HTTP/2 without a method", Parser, "", "refused", world => Watch(world, () => Frames(world, (":scheme", "https"), (":authority", "guard"), (":path", "/v1/models"), Tenant))),
        new("HTTP/2 with a pseudo-header behind a header", Parser, "", "refused", world => Watch(world, () => Frames(world, (":method", "GET"), (":scheme", "https"), Tenant, (":authority", "guard"), (":path", "/v1/models")))),
        new("HTTP/2 with a pseudo-header that nobody knows", Parser, "", "refused", world => Watch(world, () => Frames(world, (":method", "GET"), (":scheme", "https"), (":path", "/v1/models"), (":tenant", "a"), Tenant))),
        new("HTTP/2 with a tunnel for WebSocket", Parser, "", "refused", world => Watch(world, () => Frames(world, (":method", "CONNECT"), (":protocol", "websocket"), (":scheme", "https"), (":authority", "guard"), (":path", "/v1/models"), Tenant))),
        new("HTTP/2 with a path without a slash", Parser, PathsPolicy, "refused", world => Watch(world, () => Pseudo(world, path: "v1/models"))),
        new("HTTP/2 with a path in absolute form", Parser, PathsPolicy, "refused", world => Watch(world, () => Pseudo(world, path: "http://127.0.0.1:8000/metrics"))),
        new("HTTP/2 with an empty path", Parser, PathsPolicy, "refused", world => Watch(world, () => Pseudo(world, path: ""))),
        new("HTTP/2 with a header of the connection", Parser, "", "refused", world => Watch(world, () => Pseudo(world, more: [("connection", "keep-alive")]))),
        new("HTTP/2 with two tenants", Callers, TenantPolicy, "refused", world => Watch(world, () => Pseudo(world, more: [("x-tenant-id", GuardTenants.Rate)]))),
        new("HTTP/2 with a header in capitals", Parser, "", "refused", world => Watch(world, () => Pseudo(world, more: [("X-Tenant-Id", GuardTenants.Rate)]))),

        new("a body of exactly the cap passes", Caps, "", "200, reached POST /v1/chat/completions", world => Watch(world, () => world.Raw(world.Gateway).SendAsync(Post(Chat, Body(GuardTenants.BodyBytes))))),
        Refused("a body of one byte more", Caps, BodiesPolicy, "413", Post(Chat, Body(GuardTenants.BodyBytes + 1))),
        Refused("headers over the cap", Caps, "", "431", Get("/v1/models", $"x-note: {new string('a', 20_000)}\r\n")),
        Refused("a hundred headers", Parser, "", "400", Get("/v1/models", string.Concat(Enumerable.Range(0, 100).Select(number => $"x-note-{number}: a\r\n")))),
        Refused("a body that is packed", Caps, "", "415", Post(Chat, "{}").Replace("\r\n\r\n", "\r\ncontent-encoding: gzip\r\n\r\n", StringComparison.Ordinal)),
        Refused("a body that is not JSON", Caps, "", "415", Post(Chat, "a=b").Replace("application/json", "text/plain", StringComparison.Ordinal)),
        new("headers that come too slowly", Caps, TimePolicy, "408", world => Watch(world, () => world.Raw(world.Gateway).SendAsync("GET /v1/models HTTP/1.1\r\nhost: gu"))),
        new("a body that comes too slowly", Caps, TimePolicy, "408", world => Watch(world, () => world.Raw(world.Gateway).SendAsync(Post(Chat, "{}")[..^1]))),

        new("requests in a minute: the limit passes, one more does not", Limits, RequestsPolicy, "10 passed, then 429, retry after 60", world => UntilRefusedAsync(world, GuardTenants.Rate, "{}")),
        new("a tenant over its limit takes nothing of another's", Limits, RequestsPolicy, "10 passed, then 429, retry after 60", world => UntilRefusedAsync(world, GuardTenants.OtherRate, "{}")),
        new("bytes in an hour: answers that began below the limit pass, the next does not", Limits, "gateway-tenants-have-a-token-budget", "10 passed, then 429, retry after 3600", world => UntilRefusedAsync(world, GuardTenants.Bytes, """{"size":940}""")),
        new("a guard that counts alone begins anew with a restart, and no more than that", Limits, RequestsPolicy, "10 passed, then 429, retry after 60", RestartAsync),
        new("requests at once: the limit passes, one more does not, and a place that is free is used again", Limits, "gateway-concurrency-is-bounded", "3 held, then 429, retry after 1, then 200", PlacesAsync),
        new("a client that goes away leaves its place", Limits, "gateway-concurrency-is-bounded", "abandoned, then 200", LeavesAsync),
        new("events of a stream arrive one by one", Streams, "", "data: 0, data: 1, data: 2, end", StreamAsync),
        new("a server that dies in the middle of a stream ends it as an error, and others are served", Streams, "", "data: 0, error, then 200", DiesAsync),
        new("credentials, cookies and the gateway's request id stay outside", Streams, "", "nothing passed", CredentialsAsync),
    ];

    private static (string, string) Tenant { get; } = ("x-tenant-id", GuardTenants.Quiet);

    public static Attack<GuardWorld> Refused(string claim, string by, string policy, string expected, string request) =>
        new(claim, by, policy, expected, world => Watch(world, () => world.Raw(world.Gateway).SendAsync(request)));

    private static Task<string> Watch(GuardWorld world, Func<Task<string>> attempt) => world.WatchAsync(attempt);

    public static string Get(string target, string headers = "") => RawCaller.Request("GET", target, GuardTenants.Quiet, headers: headers);

    private static string Post(string target, string body) => RawCaller.Request("POST", target, GuardTenants.Quiet, body);

    private static string Smuggle(string headers, string after) => $"POST {Chat} HTTP/1.1\r\nhost: guard\r\nx-tenant-id: {GuardTenants.Quiet}\r\ncontent-type: application/json\r\n{headers}\r\n{after}";

    private static string Body(int bytes) => $$"""{"size":2,"pad":"{{new string('a', bytes - 19)}}"}""";

    private static string Chunks(int bytes)
    {
        var text = new StringBuilder();
        for (var sent = 0; sent < bytes; sent += 1000)
        {
            text.Append("3e8\r\n").Append('a', 1000).Append("\r\n");
        }

        return text.ToString();
    }

    private static async Task<string> PlainAsync(GuardWorld world)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(System.Net.IPAddress.Loopback, world.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Get("/v1/models")));
        try
        {
            return await RawCaller.StatusAsync(stream);
        }
        catch (IOException)
        {
            return "closed";
        }
    }

    private static async Task<string> Http2(GuardWorld world)
    {
        using var client = world.Client(world.Gateway, http2: true);
        using var request = Message(world, HttpMethod.Get, "/v1/models", GuardTenants.Quiet);
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    private static Task<string> Pseudo(GuardWorld world, string method = "GET", string path = "/v1/models", IReadOnlyList<(string Name, string Value)>? more = null, string? body = null) =>
        Http2Frames.SendAsync(world.Raw(world.Gateway), [(":method", method), (":scheme", "https"), (":authority", "guard"), (":path", path), ("x-tenant-id", GuardTenants.Quiet), .. more ?? []], body);

    private static Task<string> Frames(GuardWorld world, params (string Name, string Value)[] headers) => Http2Frames.SendAsync(world.Raw(world.Gateway), headers);

    private static async Task<string> UpgradeAsync(GuardWorld world)
    {
        var status = await world.Raw(world.Gateway).SendAsync(Get("/v1/models", "connection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__\r\n"));
        return status is "200" or "400" && !world.Model.LastHeaders.ContainsKey("upgrade") ? "not handed on" : status;
    }

    private static async Task<string> PipelinedAsync(GuardWorld world)
    {
        await using var stream = await world.Raw(world.Gateway).OpenAsync();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Get("/v1/models") + Get("/metrics", "connection: close\r\n")));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answers = (await reader.ReadToEndAsync()).Split("HTTP/1.1 ", StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", then ", answers.Select(answer => answer[..3]));
    }

    private static async Task<string> HiddenAsync(GuardWorld world)
    {
        const string hidden = "GET /invocations HTTP/1.1\r\nhost: guard\r\n\r\n";
        return await world.Raw(world.Gateway).SendAsync(Post(Chat, $$"""{"size":2,"text":"{{hidden.Replace("\r\n", "\\r\\n", StringComparison.Ordinal)}}"}"""));
    }

    public static HttpRequestMessage Message(GuardWorld world, HttpMethod method, string path, string tenant, string? body = null)
    {
        var request = new HttpRequestMessage(method, $"https://127.0.0.1:{world.Port}{path}");
        request.Headers.Add("x-tenant-id", tenant);
        if (body is not null)
        {
            request.Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        }

        return request;
    }

    private static async Task<string> RestartAsync(GuardWorld world)
    {
        await world.RestartAsync(0);
        return await UntilRefusedAsync(world, GuardTenants.Rate, "{}");
    }

    public static async Task<string> UntilRefusedAsync(GuardWorld world, string tenant, string body, string path = Chat)
    {
        using var client = world.Client(world.Gateway);
        for (var passed = 0; passed < 10_000; passed++)
        {
            using var request = Message(world, HttpMethod.Post, path, tenant, body);
            using var answer = await client.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
            {
                return $"{passed} passed, then {(int)answer.StatusCode}, retry after {answer.Headers.RetryAfter}";
            }
        }

        return "never refused";
    }

    private static async Task<string> PlacesAsync(GuardWorld world)
    {
        using var client = world.Client(world.Gateway);
        var held = Enumerable.Range(0, 3).Select(_ => Ask(world, client, GuardTenants.Places, """{"hold":"places"}""")).ToList();
        await UntilAsync(() => world.Model.Held == 3);
        using var request = Message(world, HttpMethod.Post, Chat, GuardTenants.Places, "{}");
        using var answer = await client.SendAsync(request);
        world.Model.Release("places");
        await Task.WhenAll(held);
        return $"3 held, then {(int)answer.StatusCode}, retry after {answer.Headers.RetryAfter}, then {await Ask(world, client, GuardTenants.Places, "{}")}";
    }

    private static async Task<string> LeavesAsync(GuardWorld world)
    {
        var before = world.Model.Abandoned;
        using var client = world.Client(world.Gateway);
        using (var leaving = new CancellationTokenSource())
        {
            var held = Enumerable.Range(0, 3).Select(async _ =>
            {
                using var request = Message(world, HttpMethod.Post, Chat, GuardTenants.Places, """{"hold":"leaves"}""");
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(request, leaving.Token));
            }).ToList();
            await UntilAsync(() => world.Model.Held == 3);
            await leaving.CancelAsync();
            await Task.WhenAll(held);
        }

        await UntilAsync(() => world.Model.Abandoned == before + 3);
        return $"abandoned, then {await Ask(world, client, GuardTenants.Places, "{}")}";
    }

    private static async Task<string> StreamAsync(GuardWorld world)
    {
        using var client = world.Client(world.Gateway);
        using var request = Message(world, HttpMethod.Post, Chat, GuardTenants.Quiet, """{"stream":3,"gate":"stream"}""");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var seen = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            seen.Add((await reader.ReadLineAsync())!); // the next event is not sent before this one has arrived
            await reader.ReadLineAsync();
            world.Model.Release($"stream-{number + 1}");
        }

        seen.Add(await reader.ReadLineAsync() is null ? "end" : "more");
        return string.Join(", ", seen);
    }

    private static async Task<string> DiesAsync(GuardWorld world)
    {
        using var client = world.Client(world.Gateway);
        using var request = Message(world, HttpMethod.Post, Chat, GuardTenants.Quiet, """{"stream":2,"gate":"dies","die":true}""");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var first = await reader.ReadLineAsync();
        world.Model.Release("dies-1");
        string end;
        try
        {
            end = await reader.ReadToEndAsync() is { Length: > 1 } ? "more" : "silence";
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            end = "error";
        }

        return $"{first}, {end}, then {await Ask(world, client, GuardTenants.Quiet, "{}")}";
    }

    private static async Task<string> CredentialsAsync(GuardWorld world)
    {
        await world.Raw(world.Gateway).SendAsync(Get("/v1/models", "authorization: Bearer secret\r\ncookie: a=secret\r\nx-request-id: 11111111-2222-3333-4444-555555555555\r\n"));
        var passed = world.Model.LastHeaders.Where(header => header.Value.Contains("secret", StringComparison.Ordinal) || header.Value.StartsWith("11111111-", StringComparison.Ordinal)).Select(header => header.Key).ToList();
        return passed.Count == 0 ? "nothing passed" : string.Join(", ", passed);
    }

    public static async Task<string> Ask(GuardWorld world, HttpClient client, string tenant, string body, string path = Chat)
    {
        using var request = Message(world, HttpMethod.Post, path, tenant, body);
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    public static async Task UntilAsync(Func<bool> reached)
    {
        for (var attempt = 0; attempt < 600 && !reached(); attempt++)
        {
            await Task.Delay(50);
        }

        Assert.True(reached());
    }
}
