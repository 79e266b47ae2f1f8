using System.Reflection;

namespace LlmOpsSecure.Cli.Commands;

/// <summary>What this program is.</summary>
internal static class About
{
    /// <summary>Name, version, and where the Pulumi API of the build comes from.</summary>
    public static string Tool { get; } = $"llmops {typeof(About).Assembly.GetName().Version!.ToString(3)} (Pulumi API: {typeof(About).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "PulumiSdk").Value})";
}
