using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>Reads what <c>pulumi stack export</c> writes, versions 3 and 4; secrets may be encrypted, in which case they count as unknown.</summary>
internal static class StateReader
{
    public static JudgedInput Read(string name, string place, JsonElement root)
    {
        var deployment = root;
        if (root.TryGetProperty("deployment", out var inner))
        {
            if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number is < 1 or > 4)
            {
                throw new InputException(place, $"the version of a stack export must be 1 to 4, but is {(root.TryGetProperty("version", out var found) ? found.GetRawText() : "absent")}");
            }

            deployment = inner;
        }
        else if (!root.TryGetProperty("resources", out _))
        {
            throw new InputException(place, "a stack export must have a member 'deployment', but it is absent");
        }

        if (deployment.ValueKind != JsonValueKind.Object)
        {
            throw new InputException($"{place}: deployment", $"it must be an object, but is {Kind(deployment)}");
        }

        var reader = new ResourceJson();
        var resources = new List<(Resource Inputs, Resource Outputs)>();
        if (deployment.TryGetProperty("resources", out var list) && list.ValueKind != JsonValueKind.Null)
        {
            if (list.ValueKind != JsonValueKind.Array)
            {
                throw new InputException($"{place}: deployment.resources", $"it must be a list, but is {Kind(list)}");
            }

            var index = 0;
            resources.Capacity = list.GetArrayLength();
            foreach (var item in list.EnumerateArray())
            {
                var at = $"{place}: deployment.resources[{index++}]";
                if (item.ValueKind != JsonValueKind.Object)
                {
                    throw new InputException(at, $"it must be an object, but is {Kind(item)}");
                }

                if (!item.TryGetProperty("delete", out var delete) || delete.ValueKind != JsonValueKind.True)
                {
                    resources.Add(reader.Read(at, item));
                }
            }
        }

        return ResourceJson.Judged(name, InputKind.State, resources, isPreview: false, []);
    }

    internal static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };
}
