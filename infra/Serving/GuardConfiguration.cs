using System.Globalization;
using System.Text;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>
/// Writes the <c>haproxy.cfg</c> of a guard: mutual TLS, an allow-list of paths and methods, caps on bodies, headers, time and concurrency, a limit of
/// requests for each tenant, and an access log that holds neither bodies nor credentials. What is not known is refused.
/// </summary>
public sealed record GuardConfiguration
{
    /// <summary>The port that callers connect to.</summary>
    public const int Port = 8443;

    /// <summary>The port of the health check, which tells nothing but whether the server behind is well.</summary>
    public const int HealthPort = 8081;

    /// <summary>Where the server behind is: <c>127.0.0.1:8000</c>, or a service.</summary>
    public required string Server { get; init; }

    /// <summary>The path that tells whether it is well; null for a connection alone.</summary>
    public string? HealthPath { get; init; }

    /// <summary>Method and path of each call that is allowed.</summary>
    public required IReadOnlyList<(string Method, string Path)> Calls { get; init; }

    /// <summary>Requests a minute by the tenant's id, which the gateway sets; a tenant that is not here is refused. Null where no tenant is known, as behind a route of tools.</summary>
    public required IReadOnlyDictionary<string, int>? RequestsPerMinute { get; init; }

    /// <summary>Requests a minute of all callers together, where no tenant is known.</summary>
    public int TotalRequestsPerMinute { get; init; }

    /// <summary>Most requests that the server works on at once; as many may wait.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Most bytes of a body.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>Seconds that an answer may take.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>The configuration's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Invariant($$"""
            global
                log stdout format raw local0 info
                maxconn {{this.Concurrency * 8}}
                hard-stop-after {{this.TimeoutSeconds}}s
                ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
                ssl-default-bind-ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
                ssl-load-extra-del-ext
                tune.http.maxhdr 64
                tune.bufsize {{BufferFor(this.BodyBytes)}}
                tune.h2.max-concurrent-streams 32

            defaults
                mode http
                log global
                option dontlognull
                timeout connect 5s
                timeout client 30s
                timeout server {{this.TimeoutSeconds}}s
                timeout queue 10s
                timeout http-request 10s
                timeout http-keep-alive 30s

            frontend health
                bind :{{HealthPort}}
                timeout client 5s
                http-request deny deny_status 404 unless { method GET } { path /ready }
                http-request return status 503 unless { nbsrv(server) ge 1 }
                http-request return status 200
                no log

            frontend guard
                bind :{{Port}} ssl crt /etc/guard-tls/tls.crt ca-file /etc/authority/ca.crt verify required alpn h2,http/1.1
                log-format '{"time":"%Ts","tenant":"%{+E}[var(txn.tenant)]","request":"%{+E}[var(txn.request)]","client":"%{+E}[ssl_c_s_dn(cn)]","method":"%HM","path":"%{+E}[var(txn.path)]","status":%ST,"in":%U,"out":%B,"wait_ms":%Tw,"total_ms":%Ta,"end":"%ts"}'
                unique-id-format %[uuid()]
                option http-buffer-request
                stick-table type string len 64 size 10k expire 2m store http_req_rate(1m)

                http-request set-var(txn.request) unique-id
                http-request set-var(txn.path) path

            """));
        text.Append(this.Callers());
        foreach (var call in this.Calls.GroupBy(call => call.Method, StringComparer.Ordinal))
        {
            text.Append(Invariant($"    http-request set-var(txn.allowed) bool(true) if {{ method {call.Key} }} {{ path {string.Join(' ', call.Select(one => one.Path))} }}\n"));
        }

        text.Append(Invariant($$"""
                http-request deny deny_status 404 unless { var(txn.allowed) -m bool }
                http-request return status 411 if { method POST } !{ req.hdr(content-length) -m found }
                http-request deny deny_status 413 if { req.hdr(content-length),add(0) gt {{this.BodyBytes}} }
                http-request return status 415 if { method POST } !{ req.hdr(content-type) -m beg application/json }
                http-request track-sc0 var(txn.tenant)
                http-request set-var(txn.rate) sc_http_req_rate(0)
                http-request deny deny_status 429 if { var(txn.rate),sub(txn.limit) gt 0 }
                http-request del-header authorization
                http-request del-header cookie
                http-request set-header x-request-id %[unique-id]
                http-response del-header server
                default_backend server

            backend server
                {{(this.HealthPath is { } path ? $"option httpchk GET {path}" : "option tcp-check")}}
                server server {{this.Server}} maxconn {{this.Concurrency}} maxqueue {{this.Concurrency}} check inter 5s fall 3 rise 1 init-addr none resolvers cluster

            resolvers cluster
                parse-resolv-conf

            """));
        return text.ToString();
    }

    private string Callers()
    {
        if (this.RequestsPerMinute is null)
        {
            return Invariant($"    http-request set-var(txn.tenant) str(all)\n    http-request set-var(txn.limit) int({this.TotalRequestsPerMinute})\n");
        }

        var text = new StringBuilder("    http-request deny deny_status 403 unless { req.hdr_cnt(x-tenant-id) eq 1 }\n    http-request set-var(txn.tenant) req.hdr(x-tenant-id)\n");
        foreach (var (tenant, limit) in this.RequestsPerMinute.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(Invariant($"    http-request set-var(txn.limit) int({limit}) if {{ var(txn.tenant) -m str {tenant} }}\n"));
        }

        return text.Append("    http-request deny deny_status 403 unless { var(txn.limit) -m found }\n").ToString();
    }

    // The buffer has to hold headers beside a body, which waits there until it is whole: a slow client never holds the server.
    private static int BufferFor(int body) => Math.Max(16_384, body + 16_384);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
