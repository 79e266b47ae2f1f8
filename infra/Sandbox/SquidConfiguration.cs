using System.Globalization;
using System.Text;
using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>
/// Writes the <c>squid.conf</c> of a sandbox class: tunnels to exactly the hosts and ports of its list, never to an address, a private range, the
/// metadata service or WireServer, whatever a name resolves to; bandwidth bounded for each sandbox; every request in the log, nothing on a disk.
/// </summary>
public sealed class SquidConfiguration(SandboxSettings sandbox)
{
    /// <summary>The port on the loopback interface, which only the gate reaches.</summary>
    public const int Port = 3129;

    /// <summary>The port that answers probes and nothing else.</summary>
    public const int HealthPort = 3130;

    private static readonly string[] Forbidden =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
        "::/128", "::1/128", "64:ff9b::/96", "100::/64", "2001::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
    ];

    /// <summary>The configuration's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Invariant($$"""
            http_port 127.0.0.1:{{Port}} require-proxy-header
            http_port {{HealthPort}}
            proxy_protocol_access allow localhost
            proxy_protocol_access deny all
            visible_hostname egress-proxy.{{sandbox.Name}}
            pid_filename none
            cache deny all
            cache_log stdio:/dev/stderr
            coredump_dir none
            httpd_suppress_version_string on
            forwarded_for delete

            logformat requests {"time":"%tl","class":"{{sandbox.Name}}","sandbox":"%>a","method":"%rm","to":"%ru","address":"%<a","result":"%Ss","status":%>Hs,"in":%>st,"out":%<st,"ms":%tr}
            access_log stdio:/dev/stdout logformat=requests

            acl probe localport {{HealthPort}}
            http_access deny probe

            acl tunnel method CONNECT
            acl address_literal dstdom_regex ^\[?[0-9a-fA-F:.]+\]?$
            acl forbidden_range dst {{string.Join(' ', Forbidden)}}
            acl crowded maxconn 32

            """));
        foreach (var (index, group) in sandbox.Allow.GroupBy(rule => rule.Port).OrderBy(group => group.Key).Index())
        {
            text.Append(Invariant($"acl hosts_{index} dstdomain {string.Join(' ', group.Select(Domain).Order(StringComparer.Ordinal))}\nacl port_{index} port {group.Key}\n"));
        }

        // A name that is not listed is never resolved: a question to a resolver carries data out as well as a connection does.
        text.Append(Invariant($$"""
            acl listed dstdomain {{string.Join(' ', sandbox.Allow.Select(Domain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}}

            http_access deny !tunnel
            http_access deny address_literal
            http_access deny !listed
            http_access deny forbidden_range
            http_access deny crowded

            """));
        foreach (var (index, _) in sandbox.Allow.GroupBy(rule => rule.Port).OrderBy(group => group.Key).Index())
        {
            text.Append(Invariant($"http_access allow tunnel port_{index} hosts_{index}\n"));
        }

        text.Append(Invariant($$"""
            http_access deny all

            delay_pools 1
            delay_class 1 3
            delay_access 1 allow all
            delay_parameters 1 -1/-1 -1/-1 {{sandbox.BytesPerSecond}}/{{sandbox.BytesPerSecond * 2L}}

            request_header_max_size 16 KB
            request_timeout 15 seconds
            connect_timeout 10 seconds
            read_timeout {{sandbox.LifetimeSeconds}} seconds
            client_lifetime {{sandbox.LifetimeSeconds}} seconds
            shutdown_lifetime 1 seconds

            """));
        return text.ToString();
    }

    // A leading dot means the domain and all below; a wildcard of ours means only what is below, which Squid cannot say: the domain itself comes with it.
    private static string Domain(EgressRule rule) => rule.IsWildcard ? rule.Host[1..] : rule.Host;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
