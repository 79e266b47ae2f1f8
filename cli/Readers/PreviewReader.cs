using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>Reads what <c>pulumi preview --json</c> writes. Secrets are blinded there: the text <c>[secret]</c> counts as a value that is not known.</summary>
internal static class PreviewReader
{
    public static JudgedInput Read(string name, string place, JsonElement root)
    {
        var reader = new ResourceJson(isBlinded: true);
        var resources = new List<(Resource, Resource)>();
        if (root.TryGetProperty("steps", out var steps) && steps.ValueKind != JsonValueKind.Null)
        {
            if (steps.ValueKind != JsonValueKind.Array)
            {
                throw new InputException($"{place}: steps", $"it must be a list, but is {StateReader.Kind(steps)}");
            }

            var index = 0;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var step in steps.EnumerateArray())
            {
                var at = $"{place}: steps[{index++}]";
                if (step.ValueKind != JsonValueKind.Object)
                {
                    throw new InputException(at, $"it must be an object, but is {StateReader.Kind(step)}");
                }

                // Deletions have no new state; a replacement comes as several steps with the same one.
                if (!step.TryGetProperty("newState", out var state) || state.ValueKind != JsonValueKind.Object)
                {
                    continue;
                }

                var (inputs, outputs) = reader.Read($"{at}.newState", state);
                if (seen.Add(inputs.Urn))
                {
                    resources.Add((inputs, outputs));
                }
            }
        }

        return ResourceJson.Judged(name, InputKind.Preview, resources, isPreview: true, []);
    }
}
