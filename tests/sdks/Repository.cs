using System.Text.Json.Nodes;

namespace LlmOpsSecure.Sdks.Tests;

/// <summary>Where the repository is, and what its files say.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A folder or file of these tests.</summary>
    public static string Data(string path) => Path.Combine(Root, "tests", "sdks", path);

    /// <summary>The schema of a provider's package: <c>Pulumi.Azure</c>.</summary>
    public static JsonObject Schema(string package) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "sdks", package, "schema.json")))!.AsObject();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LlmOpsSecure.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
