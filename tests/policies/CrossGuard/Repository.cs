namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>Where the repository is.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Tests { get; } = Path.Combine(Root, "tests", "policies", "CrossGuard");

    /// <summary>A file or folder of the shared fixtures beside the repository; null where they are absent.</summary>
    public static string? Shared(string path) => Path.Combine(Root, "..", "shared", path) is var found && Path.Exists(found) ? found : null;

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
