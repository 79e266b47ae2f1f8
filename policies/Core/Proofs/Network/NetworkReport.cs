using System.Net;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Writes the connections of a network in the forms that <c>llmops prove network</c> offers. The JSON form is versioned; docs/proofs.md describes it.</summary>
public static class NetworkReport
{
    /// <summary>One line a connection, in the order of its ends: <c>from → to: TCP 443</c>.</summary>
    public static string ToText(IEnumerable<NetworkConnection> connections)
    {
        var text = new StringBuilder();
        foreach (var (from, to, reach) in Ordered(connections))
        {
            text.Append(from).Append(" → ").Append(to).Append(": ").Append(reach.Allowed);
            if (reach.IsUnknown)
            {
                text.Append(reach.Allowed.IsEmpty ? " for certain" : "").Append("; not known before deployment: ").Append(reach.Possible.Except(reach.Allowed));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The JSON form, version 1. An ordered pair of ends that is not listed is denied.</summary>
    public static string ToJson(IEnumerable<NetworkConnection> connections, IEnumerable<ThinPair>? thin = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("connections");
            foreach (var (from, to, reach) in Ordered(connections))
            {
                foreach (var (first, last) in ((from as AddressEnd) ?? (to as AddressEnd))?.Addresses.Ranges.ToArray() ?? [default])
                {
                    json.WriteStartObject();
                    WriteEnd(json, "from", from, first, last);
                    WriteEnd(json, "to", to, first, last);
                    WriteConnections(json, "allowed", reach.Allowed);
                    json.WriteBoolean("unknown", reach.IsUnknown);
                    if (reach.IsUnknown)
                    {
                        WriteConnections(json, "possible", reach.Possible);
                    }

                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteStartArray("thin");
            foreach (var pair in thin ?? [])
            {
                foreach (var (first, last) in ((pair.From as AddressEnd) ?? (AddressEnd)pair.To).Addresses.Ranges)
                {
                    json.WriteStartObject();
                    WriteEnd(json, "from", pair.From, first, last);
                    WriteEnd(json, "to", pair.To, first, last);
                    json.WriteString("layer", pair.Layer);
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>A Graphviz digraph: one node an end, one edge a connection; a dashed edge is not known before deployment.</summary>
    public static string ToDot(IEnumerable<NetworkConnection> connections)
    {
        var text = new StringBuilder("digraph network {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
        foreach (var (from, to, reach) in Ordered(connections))
        {
            var label = reach.IsUnknown ? reach.Possible : reach.Allowed;
            text.Append("  ").Append(Quote(from)).Append(" -> ").Append(Quote(to)).Append(" [label=").Append(Quote(label)).Append(reach.IsUnknown ? ", style=dashed];\n" : "];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<NetworkConnection> Ordered(IEnumerable<NetworkConnection> connections) =>
        connections.OrderBy(connection => connection.From.ToString(), StringComparer.Ordinal).ThenBy(connection => connection.To.ToString(), StringComparer.Ordinal);

    private static void WriteEnd(Utf8JsonWriter json, string name, NetworkEnd end, IPAddress? first, IPAddress? last)
    {
        json.WriteStartObject(name);
        switch (end)
        {
            case WorkloadEnd { Workload: var workload }:
                json.WriteString("namespace", workload.Namespace);
                json.WriteString("kind", workload.Kind);
                json.WriteString("name", workload.Name);
                break;
            case AddressEnd:
                if (AddressSet.Cidr(first!, last!) is { } cidr)
                {
                    json.WriteString("cidr", cidr);
                }
                else
                {
                    json.WriteStartArray("range");
                    json.WriteStringValue(first!.ToString());
                    json.WriteStringValue(last!.ToString());
                    json.WriteEndArray();
                }

                break;
            default:
                json.WriteString("fqdn", end.ToString());
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteConnections(Utf8JsonWriter json, string name, ConnectionSet connections)
    {
        json.WriteStartArray(name);
        foreach (var (protocol, ports) in connections.Parts)
        {
            json.WriteStartObject();
            json.WriteString("protocol", protocol.ToString().ToUpperInvariant());
            json.WriteStartArray("ports");
            foreach (var (first, last) in ports.Intervals)
            {
                json.WriteStartArray();
                json.WriteNumberValue(first);
                json.WriteNumberValue(last);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Quote(object text) => $"\"{text.ToString()!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
