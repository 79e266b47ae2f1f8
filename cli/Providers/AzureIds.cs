using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Providers;

/// <summary>Ids of the form that the Azure provider gives them.</summary>
internal static class AzureIds
{
    /// <summary>An id of the form that the type has, made from the inputs where they tell its parts.</summary>
    public static string Make(string type, string urn, string name, PropertyValue inputs)
    {
        var form = AzureFacts.Of(type) is { } facts && facts.TryGetProperty("id", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : null;
        var own = inputs["name"] is { Kind: PropertyKind.Text, Text: { Length: > 0 } given } ? given : name;
        if (form is null)
        {
            return $"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/simulated/providers/Microsoft.Simulated/{type.Split(':')[^1]}/{own}";
        }

        // The id of the parent, where a property holds one whose form begins the same way, is the beginning of the child's.
        var parents = inputs.Members.Where(member => member.Value.Kind == PropertyKind.Text && member.Value.Text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase)).Select(member => member.Value.Text).OrderByDescending(id => id.Length);
        var segments = form.Split('/');
        foreach (var parent in parents)
        {
            var parts = parent.Split('/');
            if (parts.Length < segments.Length && parts.Zip(segments).All(pair => pair.Second == "{}" || pair.Second.Equals(pair.First, StringComparison.OrdinalIgnoreCase)))
            {
                return string.Join('/', parts) + "/" + string.Join('/', Fill(segments[parts.Length..], own, urn));
            }
        }

        var group = inputs["resourceGroupName"]?.Text is { Length: > 0 } known ? known : "simulated";
        var filled = new List<string>();
        for (var i = 0; i < segments.Length; i++)
        {
            filled.Add(segments[i] != "{}" ? segments[i]
                : segments[i - 1].Equals("subscriptions", StringComparison.OrdinalIgnoreCase) ? "00000000-0000-0000-0000-000000000000"
                : segments[i - 1].Equals("resourceGroups", StringComparison.OrdinalIgnoreCase) ? (i == segments.Length - 1 ? own : group)
                : i == segments.Length - 1 ? own
                : inputs.Members.FirstOrDefault(member => member.Key.EndsWith("Name", StringComparison.Ordinal) && segments[i - 1].StartsWith(member.Key[..^4], StringComparison.OrdinalIgnoreCase)).Value?.Text is { Length: > 0 } parent ? parent : "simulated");
        }

        return string.Join('/', filled);
    }

    private static IEnumerable<string> Fill(string[] segments, string own, string urn) => segments.Select((segment, index) => segment != "{}" ? segment : index == segments.Length - 1 || index == 1 ? own : SimulatedProvider.Hash(urn)[..8]);
}
