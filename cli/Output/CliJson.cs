using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LlmOpsSecure.Cli.Commands;
using LlmOpsSecure.Cli.Engine;

namespace LlmOpsSecure.Cli.Output;

/// <summary>Writes and reads JSON without reflection, so that the program can be compiled ahead of time.</summary>
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(IEnumerable<ListedPolicy>))]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(List<object?>))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(SortedDictionary<string, object?>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>For files that people read.</summary>
    public static CliJson Indented { get; } = new(new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    /// <summary>As the Pulumi CLI writes it into texts: without needless escapes.</summary>
    public static CliJson Plain { get; } = new(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2 * EngineValues.MaxDepth });
}
