using System.Net;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Writes an answer in the JSON form, version 1, that docs/proofs.md describes. An ordered pair of ends that is not listed is denied.</summary>
public static class NetworkJson
{
    /// <summary>The document: <c>connections</c>, <c>thin</c>, and where there is any <c>denied</c> (asked for with an explanation) and <c>assumptions</c>.</summary>
    public static string Write(NetworkAnswer answer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            WriteAll(json, "connections", answer.Connections, connection => WritePair(json, connection.From, connection.To, () =>
            {
                WriteReach(json, connection.Reach);
                WriteLayers(json, answer, connection.From, connection.To);
            }));
            if (answer.Entries.Count > 0)
            {
                WriteAll(json, "entries", answer.Entries, entry => WritePair(json, entry.From, entry.To, () => WriteReach(json, entry.Reach)));
            }

            WriteAll(json, "relayed", answer.Relayed, one => WritePair(json, one.From, one.To, () =>
            {
                WriteEnd(json, "through", new WorkloadEnd(one.Through), null, null);
                WriteReach(json, one.Reach);
            }));
            WriteAll(json, "thin", answer.Thin, pair => WritePair(json, pair.From, pair.To, () => json.WriteString("layer", pair.Layer)));
            if (answer.ThinLeftOut > 0)
            {
                json.WriteNumber("thinLeftOut", answer.ThinLeftOut);
            }

            if (answer.IsExplained && answer.Denied.Count > 0)
            {
                WriteAll(json, "denied", answer.Denied, pair => WritePair(json, pair.From, pair.To, () => WriteLayers(json, answer, pair.From, pair.To)));
            }

            if (answer.Proof.Assumptions.Count > 0)
            {
                WriteAll(json, "assumptions", answer.Proof.Assumptions, json.WriteStringValue);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)) + "\n";
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    // One entry for each range of addresses.
    private static void WritePair(Utf8JsonWriter json, NetworkEnd from, NetworkEnd to, Action rest)
    {
        foreach (var (first, last) in ((from as AddressEnd) ?? (to as AddressEnd))?.Addresses.Ranges.ToArray() ?? [default])
        {
            json.WriteStartObject();
            WriteEnd(json, "from", from, first, last);
            WriteEnd(json, "to", to, first, last);
            rest();
            json.WriteEndObject();
        }
    }

    private static void WriteLayers(Utf8JsonWriter json, NetworkAnswer answer, NetworkEnd from, NetworkEnd to)
    {
        if (answer.IsExplained)
        {
            WriteAll(json, "layers", answer.Proof.Layers(from, to), layer =>
            {
                json.WriteStartObject();
                json.WriteString("layer", layer.Layer);
                WriteReach(json, layer.Reach);
                WriteAll(json, "reasons", layer.Reasons, json.WriteStringValue);
                json.WriteEndObject();
            });
        }
    }

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
            case AddressEnd when AddressSet.Cidr(first!, last!) is { } cidr:
                json.WriteString("cidr", cidr);
                break;
            case AddressEnd:
                WriteAll(json, "range", [first!.ToString(), last!.ToString()], json.WriteStringValue);
                break;
            case EntryEnd entry:
                json.WriteString("entry", entry.Name);
                break;
            case EndpointEnd endpoint:
                json.WriteStartObject("azure");
                json.WriteString("type", endpoint.Type);
                json.WriteString("name", endpoint.Name);
                json.WriteString("target", endpoint.Target);
                json.WriteEndObject();
                break;
            default:
                json.WriteString("fqdn", end.ToString());
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteReach(Utf8JsonWriter json, Reach reach)
    {
        WriteConnections(json, "allowed", reach.Allowed);
        json.WriteBoolean("unknown", reach.IsUnknown);
        if (reach.IsUnknown)
        {
            WriteConnections(json, "possible", reach.Possible);
        }
    }

    private static void WriteConnections(Utf8JsonWriter json, string name, ConnectionSet connections) => WriteAll(json, name, connections.Parts, part =>
    {
        json.WriteStartObject();
        json.WriteString("protocol", part.Protocol.ToString().ToUpperInvariant());
        WriteAll(json, "ports", part.Ports.Intervals, range =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(range.First);
            json.WriteNumberValue(range.Last);
            json.WriteEndArray();
        });
        json.WriteEndObject();
    });
}
