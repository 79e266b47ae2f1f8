namespace LlmOpsSecure.Policies.Tests.Coverage;

/// <summary>A control of a catalogue, and the policies that answer it or the reason why none does.</summary>
/// <param name="Catalogue">azure, kubernetes or llm.</param>
/// <param name="Control">Its id in the catalogue.</param>
/// <param name="Severity">critical, high, medium or low.</param>
/// <param name="Title">What is wanted.</param>
/// <param name="Policies">Ids of policies.</param>
/// <param name="Reason">Why there is none; empty where there is one.</param>
internal sealed record CoveredControl(string Catalogue, string Control, string Severity, string Title, IReadOnlyList<string> Policies, string Reason)
{
    public static IReadOnlyList<CoveredControl> All { get; } = [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "policies", "Core", "Coverage", "controls.csv")).Skip(1).Select(Parse)];

    // Fields with commas stand in quotes, in which a quote is written twice.
    private static CoveredControl Parse(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                fields[^1] += line[i++];
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add("");
            }
            else
            {
                fields[^1] += line[i];
            }
        }

        return new(fields[0], fields[1], fields[2], fields[3], fields[4].Split(' ', StringSplitOptions.RemoveEmptyEntries), fields[5]);
    }
}
