using System.Globalization;
using System.Text;
using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>
/// Writes the <c>squid.conf</c> of a sandbox class: tunnels to exactly the hosts and ports of its list, each by the exit of the gate, which judges what
/// Squid cannot see; bandwidth bounded for each sandbox; every request in the log, nothing on a disk. A name that is not listed is never resolved: a question to a resolver carries data out as well as a connection does.
/// </summary>
public sealed class SquidConfiguration(SandboxSettings sandbox)
{
    /// <summary>The port on the loopback interface, which only the gate reaches.</summary>
    public const int Port = 3129;

    /// <summary>The port that answers probes and nothing else.</summary>
    public const int HealthPort = 3130;

    /// <summary>The configuration's text.</summary>
    public override string ToString()
    {
        var exits = EgressExit.Of(sandbox);
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
            pinger_enable off
            max_filedescriptors 8192
            httpd_suppress_version_string on
            forwarded_for delete

            logformat requests {"time":%ts.%03tu,"n":%sn,"class":"{{sandbox.Name}}","tenants":"{{string.Join(' ', sandbox.Tenants)}}","sandbox":"%>a","port":%>p,"request":"%#.64{x-request-id}>h","method":"%rm","to":"%#>rd:%>rP","exit":"%<lp","result":"%Ss","status":%>Hs,"in":%>st,"out":%<st,"ms":%tr}
            access_log stdio:/dev/stdout logformat=requests

            acl probe localport {{HealthPort}}
            http_access deny probe

            acl tunnel method CONNECT
            acl odd_name dstdom_regex -n [^A-Za-z0-9.-]
            http_access deny !tunnel
            http_access deny odd_name

            never_direct allow all

            """));
        foreach (var (index, exit) in exits.Index())
        {
            text.Append(Invariant($$"""
                acl host_{{index}} dstdomain -n {{exit.Domain}}
                acl port_{{index}} port {{exit.Rule.Port}}
                http_access allow host_{{index}} port_{{index}}
                cache_peer {{exit.Address}} parent {{exit.Rule.Port}} 0 originserver no-query no-digest no-netdb-exchange name=exit_{{index}}
                cache_peer_access exit_{{index}} allow host_{{index}} port_{{index}}

                """));
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

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
