using System.Text.Json.Nodes;

namespace LlmOpsSecure.Sdks.Tests.Conformance;

/// <summary>A program with one claim, and what the official SDK did when it ran.</summary>
/// <param name="Claim">The claim: the name of the folder.</param>
internal sealed record Case(string Claim)
{
    // Calls of a run that failed, of which each stops at a moment of its own: they may be missing.
    private const string Maybe = "{\"maybe\":true,";
    private static readonly string[] Packages = ["Azure", "Kubernetes", "Tls"];
    private static readonly Dictionary<string, string> Versions = Packages.ToDictionary(name => $"${{{name.ToLowerInvariant()}}}", name => (string)Repository.Schema($"Pulumi.{name}")["version"]!, StringComparer.Ordinal);

    public string Folder => Repository.Data(Path.Combine("Conformance", "Cases", this.Claim));

    public string Source => File.ReadAllText(Path.Combine(this.Folder, "Program.cs"));

    /// <summary>Whether the program runs without an engine and prints one JSON document.</summary>
    public bool UsesMocks => this.Claim.StartsWith("mocks-", StringComparison.Ordinal);

    public static IEnumerable<Case> All => Directory.GetDirectories(Repository.Data("Conformance/Cases")).Order(StringComparer.Ordinal).Select(folder => new Case(Path.GetFileName(folder)));

    public JsonNode Document => WireJson.Parse(File.ReadAllText(Path.Combine(this.Folder, "tests.json")));

    /// <summary>What differs between the recorded run and another in the same mode: empty if they are equal.</summary>
    public IEnumerable<string> Differences(string mode, Recording actual)
    {
        var recorded = this.Lines($"{mode}.jsonl").ToList();
        var extra = actual.Lines.ToList();
        foreach (var line in recorded.Where(line => !line.StartsWith(Maybe, StringComparison.Ordinal)))
        {
            if (!extra.Remove(line))
            {
                yield return $"{mode} - {line}";
            }
        }

        var possible = recorded.Where(line => line.StartsWith(Maybe, StringComparison.Ordinal)).Select(line => string.Concat("{", line.AsSpan(Maybe.Length))).ToHashSet(StringComparer.Ordinal);
        foreach (var line in extra.Where(line => !possible.Contains(line)))
        {
            yield return $"{mode} + {line}";
        }

        // When several things fail at once, which of them is reported is not the same in each run.
        var end = WireJson.Parse(File.ReadAllText(Path.Combine(this.Folder, "exit.json")))[mode]!;
        if (!(end["oneOf"] is JsonArray ends ? ends.AsEnumerable() : [end]).Any(possibleEnd => JsonNode.DeepEquals(possibleEnd, actual.End)))
        {
            yield return $"{mode} - {WireJson.Text(end)}";
            yield return $"{mode} + {WireJson.Text(actual.End)}";
        }
    }

    private IEnumerable<string> Lines(string file)
    {
        var text = File.ReadAllText(Path.Combine(this.Folder, file));
        foreach (var (placeholder, version) in Versions)
        {
            text = text.Replace(placeholder, version, StringComparison.Ordinal);
        }

        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
