using System.Globalization;
using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>Writes the <c>haproxy.cfg</c> of the gate before Squid, which counts the connections of each sandbox, and what it
/// sends, by its address, and hands the address on. A connection that is refused is in the log with the end <c>PR</c>.</summary>
public sealed class GateConfiguration(SandboxSettings sandbox)
{
    /// <summary>The configuration's text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $$"""
        global
            log stdout len 4096 format raw local0 info
            nbthread 1
            maxconn 2000

        defaults
            mode tcp
            log global
            timeout connect 5s
            timeout client {{sandbox.LifetimeSeconds}}s
            timeout server {{sandbox.LifetimeSeconds}}s

        frontend sandboxes
            bind :{{EgressProxy.Port}}
            log-format '{"time":%Ts.%ms,"class":"{{sandbox.Name}}","sandbox":"%ci","in":%U,"out":%B,"total_ms":%Tt,"end":"%ts"}'
            stick-table type ipv6 size 10k expire 2m store conn_rate(1m),conn_cur,bytes_in_rate(1m)
            tcp-request connection track-sc0 src
            tcp-request content reject if { sc_conn_rate(0) gt {{sandbox.ConnectionsPerMinute}} }
            tcp-request content reject if { sc_conn_cur(0) gt 32 }
            tcp-request content reject if { sc_bytes_in_rate(0) gt {{sandbox.BytesPerSecond * 60L}} }
            default_backend squid

        backend squid
            server squid 127.0.0.1:{{SquidConfiguration.Port}} send-proxy-v2

        """);
}
