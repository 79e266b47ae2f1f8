using System.Text.Encodings.Web;
using System.Text.Json;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>The JSON form, version 1; docs/json.md describes it.</summary>
public static class JsonReport
{
    private const int Pending = 1 << 16;

    /// <summary>Writes the whole report.</summary>
    public static void Write(Report report, Stream stream) => Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("tool", report.Tool);
        json.WriteStartArray("inputs");
        foreach (var input in report.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteString("kind", input.Kind);
            json.WriteNumber("resources", input.Resources);
            json.WriteStartArray("findings");
            foreach (var finding in input.Findings)
            {
                WriteFinding(json, finding);
                FlushIfMany(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("inputs", report.Inputs.Count);
        json.WriteNumber("resources", report.Inputs.Sum(input => input.Resources));
        json.WriteNumber("mandatory", report.Findings.Count(finding => finding.Blocks));
        json.WriteNumber("advisory", report.Findings.Count(finding => finding.Result == "violation" && !finding.Mandatory && !finding.IsKnown));
        json.WriteNumber("undetermined", report.Count("undetermined"));
        json.WriteNumber("errors", report.Count("error"));
        json.WriteNumber("refused", report.Count("refused"));
        json.WriteNumber("exempted", report.Count("exempted"));
        json.WriteNumber("known", report.Findings.Count(finding => finding.IsKnown));
        json.WriteString("verdict", report.Blocks ? "rejected" : "accepted");
        json.WriteEndObject();
        json.WriteEndObject();
    });

    internal static void Write(Stream stream, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        stream.Write("\n"u8);
    }

    // A report of many findings is never held as a whole.
    internal static void FlushIfMany(Utf8JsonWriter json)
    {
        if (json.BytesPending > Pending)
        {
            json.Flush();
        }
    }

    private static void WriteFinding(Utf8JsonWriter json, ReportFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("policy", finding.Policy);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("enforcement", finding.Mandatory ? "mandatory" : "advisory");
        json.WriteString("result", finding.Result);
        json.WriteString("urn", finding.Urn);
        json.WriteString("type", finding.Type);
        json.WriteString("message", finding.Message);
        if (finding.Path.Length > 0)
        {
            json.WriteString("path", finding.Path);
        }

        if (finding.IsKnown)
        {
            json.WriteBoolean("known", true);
        }

        if (finding.Source is { } source)
        {
            json.WriteStartObject("source");
            json.WriteString("file", source.File);
            json.WriteNumber("line", source.Line);
            json.WriteEndObject();
        }

        if (finding.Exemption is { } exemption)
        {
            json.WriteStartObject("exemption");
            json.WriteString("reason", exemption.Reason);
            json.WriteString("expires", exemption.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
