using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>SARIF 2.1.0 for code scanning: rules with their help, results with stable fingerprints, suppressions for exemptions.</summary>
public static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes the whole report.</summary>
    public static void Write(Report report, Stream stream) => JsonReport.Write(stream, json =>
    {
        var rules = report.Findings.Select(finding => (finding.Policy, finding.Info)).DistinctBy(rule => rule.Policy).OrderBy(rule => rule.Policy, StringComparer.Ordinal).ToList();
        var index = rules.Select((rule, at) => (rule.Policy, at)).ToDictionary(rule => rule.Policy, rule => rule.at, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "LlmOpsSecure");
        json.WriteString("semanticVersion", report.Tool.Split(' ') is { Length: > 1 } parts ? parts[1] : "0.0.0");
        json.WriteStartArray("rules");
        foreach (var (id, info) in rules)
        {
            WriteRule(json, id, info);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var input in report.Inputs)
        {
            foreach (var finding in input.Findings)
            {
                WriteResult(json, input, finding, index[finding.Policy]);
                JsonReport.FlushIfMany(json);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteRule(Utf8JsonWriter json, string id, PolicyInfo? info)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        if (info is not null)
        {
            Text(json, "shortDescription", info.Title);
            Text(json, "fullDescription", info.Why);
            json.WriteStartObject("help");
            json.WriteString("text", $"{info.Why} {info.Remediation}");
            json.WriteString("markdown", $"{info.Why}\n\n**Fix**: {info.Remediation}");
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(info.DefaultEnforcement == Enforcement.Mandatory, "violation"));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("security-severity", info.Severity switch { Severity.Critical => "9.5", Severity.High => "8.0", Severity.Medium => "5.5", _ => "3.0" });
            json.WriteStartArray("tags");
            json.WriteStringValue("security");
            foreach (var control in info.Controls)
            {
                json.WriteStringValue(control.ToString());
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            Text(json, "shortDescription", id == "provider" ? "The provider refuses the resource" : id);
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ReportInput input, ReportFinding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Policy);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", finding.Result == "undetermined" ? "review" : "fail");
        json.WriteString("level", finding.Result == "undetermined" ? "none" : Level(finding.Mandatory, finding.Result));
        Text(json, "message", finding.Urn.Length == 0 ? finding.Message : $"{finding.ResourceName}: {finding.Message}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        var file = finding.Source?.File ?? (input.Kind == "program" || input.Name == "-" ? null : input.Name);
        if (file is not null)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", Math.Max(1, finding.Source?.Line ?? 1));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Path.Length == 0 ? finding.Urn : $"{finding.Urn}#{finding.Path}");
        json.WriteString("kind", "resource");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("llmops/v1", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(finding.Fingerprint)))[..32]);
        json.WriteEndObject();
        if (finding.IsKnown)
        {
            json.WriteString("baselineState", "unchanged");
        }

        if (finding.Exemption is { } exemption && finding.Result == "exempted")
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", $"{exemption.Reason} (until {exemption.Expires:yyyy-MM-dd})");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Level(bool mandatory, string result) => result is "exemption" ? "note" : mandatory ? "error" : "warning";

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
