using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>The stacks of the repository, read as the Pulumi CLI hands them to a program.</summary>
internal static class StackFile
{
    public static IReadOnlyList<string> Names { get; } = ["dev", "production", "confidential", "isolated", "multi-tenant", "agents"];

    /// <summary>The repository's root, found upwards from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    public static Dictionary<string, string> Read(string stack) => ProjectFile.Read(Root, stack).Config.ToDictionary();

    public static StackSettings Settings(string stack, params (string Key, string Value)[] changes)
    {
        var config = Read(stack);
        foreach (var (key, value) in changes)
        {
            config[key] = value;
        }

        return SettingsReader.Read(config, new HashSet<string>(StringComparer.Ordinal));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(Environment.GetEnvironmentVariable("LLMOPS_ROOT") ?? AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LlmOpsSecure.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
