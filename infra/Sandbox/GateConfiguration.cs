using System.Globalization;
using System.Text;
using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>
/// Writes the <c>haproxy.cfg</c> of the gate around Squid. Before it, the gate counts the connections of each sandbox, and what it sends, by its address, and
/// slows down what it sends to the bandwidth of its class (from HAProxy 2.7; an older one counts it when the sandbox opens its next connection).
/// Behind it, an exit for each entry of the list lets out only TLS that asks for the name of the entry, to the address that the name has at that moment,
/// never to a private range, the metadata service or WireServer. A connection that is refused is in the log with the end <c>PR</c>.
/// </summary>
public sealed class GateConfiguration(SandboxSettings sandbox)
{
    private static readonly string[] Forbidden =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
        "::/96", "64:ff9b::/96", "100::/64", "2001::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
    ];

    /// <summary>The configuration's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $$"""
            global
                log stdout len 4096 format raw local0 info
                nbthread 1
                maxconn 4000

            defaults
                mode tcp
                log global
                timeout connect 10s
                timeout client {{sandbox.LifetimeSeconds}}s
                timeout server {{sandbox.LifetimeSeconds}}s

            frontend sandboxes
                bind :{{EgressProxy.Port}}
                maxconn 2000
                log-format '{"time":%Ts.%ms,"n":%lc,"class":"{{sandbox.Name}}","sandbox":"%ci","port":%cp,"in":%U,"out":%B,"total_ms":%Tt,"end":"%ts"}'
                stick-table type ipv6 size 10k expire 2m store conn_rate(1m),conn_cur,bytes_in_rate(1m)
                tcp-request connection track-sc0 src
                .if version_atleast(2.7)
                filter bwlim-in sent limit {{sandbox.BytesPerSecond}} key src table sent
                tcp-request content set-bandwidth-limit sent
                .endif
                tcp-request content reject if { sc_conn_rate(0) gt {{sandbox.ConnectionsPerMinute}} }
                tcp-request content reject if { sc_conn_cur(0) gt 32 }
                tcp-request content reject if { sc_bytes_in_rate(0) gt {{sandbox.BytesPerSecond * 60L}} }
                default_backend squid

            backend sent
                stick-table type ipv6 size 10k expire 10s store bytes_in_rate(1s)

            backend squid
                server squid 127.0.0.1:{{SquidConfiguration.Port}} send-proxy-v2

            backend internet
                server asked 0.0.0.0:0

            resolvers cluster
                parse-resolv-conf

            """));
        foreach (var (index, exit) in EgressExit.Of(sandbox).Index())
        {
            var name = exit.Rule.IsWildcard ? $"-m end -i {exit.Rule.Host[1..]}" : $"-m str -i {exit.Rule.Host}";
            text.Append(CultureInfo.InvariantCulture, $$"""

                frontend exit_{{index}}
                    bind {{exit.Address}}:{{exit.Rule.Port}}
                    log-format '{"time":%Ts.%ms,"n":%lc,"class":"{{sandbox.Name}}","exit":"%cp","entry":"{{exit.Rule.Host}}:{{exit.Rule.Port}}","name":"%[var(sess.name),bytes(0,253),json(utf8s)]","address":"%[var(sess.address)]","in":%U,"out":%B,"total_ms":%Tt,"end":"%ts"}'
                    tcp-request inspect-delay 10s
                    tcp-request content reject unless { req.ssl_hello_type 1 }
                    tcp-request content set-var(sess.name) req.ssl_sni
                    tcp-request content reject unless { var(sess.name) {{name}} }
                    tcp-request content do-resolve(sess.address,cluster,ipv4) var(sess.name),lower
                    tcp-request content reject unless { var(sess.address) -m found }
                    tcp-request content reject if { var(sess.address) -m ip {{string.Join(' ', Forbidden)}} }
                    tcp-request content set-dst var(sess.address)
                    default_backend internet

                """);
        }

        return text.ToString();
    }
}
