using System.Globalization;
using System.Text;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>
/// Writes the <c>haproxy.cfg</c> of a guard: mutual TLS with the gateways only, an allow-list of paths and methods, caps on bodies, headers and time, limits
/// of requests, concurrency and bytes for each tenant, and an access log that holds neither bodies nor credentials and numbers its lines. What is not known is refused. One
/// thread, so that counts are exact; a body waits here until it is whole, so that a slow client never holds the server.
/// </summary>
public sealed record GuardConfiguration
{
    /// <summary>The port that callers connect to.</summary>
    public const int Port = 8443;

    /// <summary>The port of the health check, which tells nothing but whether the server behind is well.</summary>
    public const int HealthPort = 8081;

    /// <summary>The port by which replicas tell each other what they have counted.</summary>
    public const int PeerPort = 10001;

    /// <summary>The name in the one certificate that may call: the gateways'.</summary>
    public const string Caller = "gateway.llmops.internal";

    private const int HeaderBytes = 16_384;

    /// <summary>Where the server behind is: <c>127.0.0.1:8000</c>, or a service.</summary>
    public required string Server { get; init; }

    /// <summary>The path that tells whether it is well; null for a connection alone.</summary>
    public string? HealthPath { get; init; }

    /// <summary>Method and path of each call that is allowed.</summary>
    public required IReadOnlyList<(string Method, string Path)> Calls { get; init; }

    /// <summary>The limits of each tenant, which the gateway names; one that is not here is refused.</summary>
    public IReadOnlyList<TenantLimit> Tenants { get; init; } = [];

    /// <summary>What the gateway itself may call, for no tenant, such as the end of a session of tools: the method, and the limit of all these calls; null where each call has a tenant.</summary>
    public (string Method, TenantLimit Limit)? WithoutTenant { get; init; }

    /// <summary>The replicas that count together; empty where there is only one.</summary>
    public IReadOnlyList<GuardPeer> Peers { get; init; } = [];

    /// <summary>Most requests that the server works on at once; as many may wait.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Most bytes of a body.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>Seconds that an answer may take.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>The configuration's text.</summary>
    public override string ToString()
    {
        var counters = new GuardCounters(this.Peers);
        return Invariant($$$"""
            global
                log stdout len 4096 format raw local0 info
                nbthread 1
                maxconn {{{this.Concurrency * 8}}}
                hard-stop-after {{{this.TimeoutSeconds}}}s
                ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
                ssl-default-bind-ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
                ssl-load-extra-del-ext
                tune.http.maxhdr 64
                tune.bufsize {{{this.BodyBytes + (2 * HeaderBytes)}}}
                tune.h2.max-concurrent-streams 32

            defaults
                mode http
                log global
                option dontlognull
                option abortonclose
                timeout connect 5s
                timeout client 30s
                timeout server {{{this.TimeoutSeconds}}}s
                timeout queue 10s
                timeout http-request 10s
                timeout http-keep-alive 30s

            frontend health
                bind :{{{HealthPort}}}
                timeout client 5s
                http-request deny deny_status 404 unless { method GET } { path /ready }
                http-request return status 503 unless { nbsrv(server) ge 1 }
                http-request return status 200
                no log

            backend sources
                stick-table type ipv6 size 10k expire 1m store conn_cur

            {{{counters.Sections()}}}frontend guard
                bind :{{{Port}}} ssl crt /etc/guard-tls/tls.crt ca-file /etc/authority/ca.crt verify required alpn h2,http/1.1
                log-format '{"time":%Ts.%ms,"n":%lc,"tenant":"%[var(txn.tenant),bytes(0,64),json(utf8s)]","request":"%[var(txn.request),json(utf8s)]","id":"%ID","client":"%[ssl_c_s_dn(cn),bytes(0,64),json(utf8s)]","method":"%[var(txn.method),json(utf8s)]","path":"%[var(txn.path),json(utf8s)]","status":%ST,"in":%U,"out":%B,"wait_ms":%Tw,"total_ms":%Ta,"end":"%ts","server":"%si"}'
                error-log-format '{"time":%Ts.%ms,"n":%lc,"address":"%ci","status":%ST,"error":"%[fc_err_str,json(utf8s)]","end":"%ts"}'
                unique-id-format %[uuid()]
                tcp-request connection track-sc1 src table sources
                tcp-request connection reject if { sc_conn_cur(1) gt {{{this.Concurrency * 4}}} }

                http-request set-var(txn.method) method,bytes(0,20)
                http-request set-var(txn.path) path,bytes(0,200)
                http-request deny deny_status 403 unless { ssl_c_s_dn(cn) -m str {{{Caller}}} }
                http-request set-var(txn.request) req.hdr(x-request-id) if { req.hdr(x-request-id) -m reg ^[0-9A-Za-z-]{8,64}$ }
                http-request return status 505 unless { req.ver 1.1 2.0 }
                http-request return status 400 if !{ req.ver 2.0 } !{ url -m beg / }
                http-request return status 400 if { req.hdr(upgrade) -m found }
                http-request return status 414 if { url,length gt 2048 }
                http-request return status 431 if { req.hdrs,length gt {{{HeaderBytes}}} }
            {{{this.Callers()}}}{{{this.Allowed()}}}    http-request deny deny_status 404 unless { var(txn.allowed) -m bool }
                http-request return status 411 if { method POST } !{ req.hdr(content-length) -m found }
                http-request deny deny_status 413 if { req.hdr(content-length),add(0) gt {{{this.BodyBytes}}} }
                http-request return status 415 if { method POST } !{ req.hdr(content-type) -m beg application/json }
                http-request return status 415 if { req.hdr(content-encoding) -m found }
            {{{counters.Rules()}}}    http-request wait-for-body time 10s
                http-request deny deny_status 413 if { req.body_len gt {{{this.BodyBytes}}} }
                http-request deny deny_status 413 if !{ method POST } { req.body_len gt 0 }
                http-request del-header authorization
                http-request del-header cookie
                http-request set-header x-request-id %[unique-id]
                http-response del-header server
                default_backend server

            backend server
                no log
                {{{(this.HealthPath is { } path ? $"option httpchk GET {path}" : "option tcp-check")}}}
                server server {{{this.Server}}} maxconn {{{this.Concurrency}}} maxqueue {{{this.Concurrency}}} check inter 5s fall 3 rise 1 init-addr none resolvers cluster

            resolvers cluster
                parse-resolv-conf

            """);
    }

    private string Allowed() => string.Concat(this.Calls.GroupBy(call => call.Method, StringComparer.Ordinal)
        .Select(call => $"    http-request set-var(txn.allowed) bool(true) if {{ method {call.Key} }} {{ path {string.Join(' ', call.Select(one => one.Path))} }}\n"));

    private string Callers()
    {
        var text = new StringBuilder("    http-request deny deny_status 403 unless { req.hdr_cnt(x-tenant-id) eq 1 }");
        text.Append(this.WithoutTenant is var (method, _) ? $" or {{ method {method} }} !{{ req.hdr(x-tenant-id) -m found }}\n" : "\n");
        text.Append("    http-request set-var(txn.tenant) req.hdr(x-tenant-id)\n");
        foreach (var tenant in this.Tenants.OrderBy(tenant => tenant.Id, StringComparer.Ordinal))
        {
            text.Append(Limits(tenant, $" if {{ var(txn.tenant) -m str {tenant.Id} }}"));
        }

        if (this.WithoutTenant is var (own, limit))
        {
            var condition = $" if {{ method {own} }} !{{ var(txn.tenant) -m found }}";
            text.Append(Limits(limit, condition)).Append($"    http-request set-var(txn.tenant) str({limit.Id}){condition}\n");
        }

        return text.Append("    http-request deny deny_status 403 unless { var(txn.limit) -m found }\n").ToString();
    }

    private static string Limits(TenantLimit tenant, string condition) => Invariant($"""
            http-request set-var(txn.limit) int({tenant.RequestsPerMinute}){condition}
            http-request set-var(txn.concurrency) int({tenant.Concurrency}){condition}
            http-request set-var(txn.bytes) int({tenant.OutputBytesPerHour}){condition}

        """);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
