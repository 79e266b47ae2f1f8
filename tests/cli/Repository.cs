namespace LlmOpsSecure.Cli.Tests;

/// <summary>Where the repository is.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A file of the shared fixtures beside the repository; null where they are absent.</summary>
    public static string? Shared(string path) => Path.Combine(Root, "..", "shared", path) is var file && File.Exists(file) ? file : null;

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
