using System.Text.Json;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>A pod as network policies see it.</summary>
internal sealed record Pod(string Name, string Address, string Namespace, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>A pod of the first workload of that namespace which has the name, with the labels of its template.</summary>
    public static Pod Of(IReadOnlyList<RecordedResource> resources, string name, string address, string inNamespace, string workload)
    {
        var found = resources.Select(Manifest).OfType<JsonElement>().First(one =>
            one.TryGetProperty("spec", out var spec) && spec.TryGetProperty("template", out _) && Text(one, "metadata", "namespace") == inNamespace && Text(one, "metadata", "name") == workload);
        return new(name, address, inNamespace, Map(found.GetProperty("spec").GetProperty("template").GetProperty("metadata").GetProperty("labels")));
    }

    /// <summary>The object that a resource is in Kubernetes, or null.</summary>
    public static JsonElement? Manifest(RecordedResource resource)
    {
        if (!resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) || !resource.Inputs.ContainsKey("apiVersion"))
        {
            return null;
        }

        using var json = JsonDocument.Parse(resource.Json);
        return json.RootElement.Clone();
    }

    public static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.GetString();
    }

    public static IReadOnlyDictionary<string, string> Map(JsonElement labels) => labels.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!, StringComparer.Ordinal);
}
