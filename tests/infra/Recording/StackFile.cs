using System.Text.Json;
using LlmOpsSecure.Infra.Configuration;
using YamlDotNet.RepresentationModel;

namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>The stacks of the repository, read as the Pulumi CLI hands them to a program.</summary>
internal static class StackFile
{
    public static IReadOnlyList<string> Names { get; } = ["dev", "production", "confidential", "isolated", "multi-tenant", "agents"];

    /// <summary>The repository's root, found upwards from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    public static Dictionary<string, string> Read(string stack)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Root, "stacks", $"Pulumi.{stack}.yaml"))));
        var config = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children[new YamlScalarNode("config")];
        return config.Children.ToDictionary(
            pair => ((YamlScalarNode)pair.Key).Value!,
            pair => pair.Value is YamlScalarNode scalar ? scalar.Value! : JsonSerializer.Serialize(Plain(pair.Value)),
            StringComparer.Ordinal);
    }

    public static StackSettings Settings(string stack, params (string Key, string Value)[] changes)
    {
        var config = Read(stack);
        foreach (var (key, value) in changes)
        {
            config[key] = value;
        }

        return SettingsReader.Read(config, new HashSet<string>(StringComparer.Ordinal));
    }

    private static object? Plain(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => Plain(pair.Value), StringComparer.Ordinal),
        YamlSequenceNode list => list.Children.Select(Plain).ToList(),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar when bool.TryParse(scalar.Value, out var flag) => flag,
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar when long.TryParse(scalar.Value, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };

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
