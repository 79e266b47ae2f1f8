using System.Globalization;
using System.Text;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>
/// The part of a guard's configuration that counts. Each replica writes a table of its own and reads all of them: tables that several wrote would
/// overwrite each other's counts. What a replica has not heard yet, some milliseconds of the others' requests, is the only error; a replica that
/// starts anew learns its own table from the others, and a guard without others begins at zero.
/// </summary>
internal sealed class GuardCounters(IReadOnlyList<GuardPeer> peers)
{
    private const string Columns = "type string len 64 size 10k expire 1h store gpc0,gpc0_rate(1m),bytes_out_rate(1h),conn_cur";

    private IReadOnlyList<string> Tables => peers.Count == 0 ? ["counts"] : [.. peers.Select(peer => $"counts_{peer.Name}")];

    private string Own => peers.Count == 0 ? "counts" : "\"counts_${HAPROXY_LOCALPEER}\"";

    /// <summary>The tables, and the replicas that share them.</summary>
    public string Sections()
    {
        var text = new StringBuilder();
        foreach (var table in this.Tables)
        {
            text.Append($"backend {table}\n    stick-table {Columns}{(peers.Count == 0 ? "" : " peers guards")}\n\n");
        }

        if (peers.Count == 0)
        {
            return text.ToString();
        }

        text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            peers guards
                bind :{GuardConfiguration.PeerPort} ssl crt /etc/guard-tls/tls.crt ca-file /etc/authority/ca.crt verify required
                default-server ssl crt /etc/guard-tls/tls.crt ca-file /etc/authority/ca.crt verify required

            """));
        foreach (var peer in peers)
        {
            text.Append($"    .if streq(\"$HAPROXY_LOCALPEER\",{peer.Name})\n    server {peer.Name}\n    .else\n    server {peer.Name} {peer.Address}\n    .endif\n");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The rules that refuse a request over a limit, and count one that is not. A refused request counts for nothing.</summary>
    public string Rules() => $$$"""
            http-request track-sc0 var(txn.tenant) table {{{this.Own}}}
            http-request set-var(txn.now) sc_conn_cur(0)
        {{{this.Sum("rate", "gpc0_rate")}}}{{{this.Sum("sent", "bytes_out_rate")}}}    http-request return status 429 content-type application/json hdr retry-after 1 string '{"error":{"type":"rate_limit_exceeded","message":"Too many requests at once"}}' if { var(txn.now),sub(txn.concurrency) gt 0 }
            http-request return status 429 content-type application/json hdr retry-after 60 string '{"error":{"type":"rate_limit_exceeded","message":"Too many requests in a minute"}}' if { var(txn.rate),sub(txn.limit) ge 0 }
            http-request return status 429 content-type application/json hdr retry-after 3600 string '{"error":{"type":"rate_limit_exceeded","message":"Too many bytes in an hour"}}' if { var(txn.sent),sub(txn.bytes) ge 0 }
            http-request sc-inc-gpc0(0)

        """;

    private string Sum(string variable, string column) => string.Concat(this.Tables.Select((table, index) =>
        $"    http-request set-var(txn.{variable}) var(txn.tenant),table_{column}({table}){(index == 0 ? "" : $",add(txn.{variable})")}\n"));
}
