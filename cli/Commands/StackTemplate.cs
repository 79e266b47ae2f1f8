using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Output;
using LlmOpsSecure.Cli.Readers;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LlmOpsSecure.Cli.Commands;

/// <summary>A stack's configuration file as text in which single values can be set without touching anything else.</summary>
internal sealed partial class StackTemplate
{
    private readonly string text;
    private readonly Dictionary<string, YamlScalarNode> values = new(StringComparer.Ordinal);

    private StackTemplate(string text, YamlMappingNode? config, IReadOnlyList<(string Key, string Description)> questions)
    {
        this.text = text;
        foreach (var (key, value) in config?.Children ?? new YamlMappingNode().Children)
        {
            if (key is YamlScalarNode { Value: { } name } && value is YamlScalarNode scalar)
            {
                this.values[name] = scalar;
            }
        }

        this.Questions = [.. questions.Where(question => this.Has(question.Key))];
    }

    /// <summary>What the project's template asks for, as far as the stack has it.</summary>
    public IReadOnlyList<(string Key, string Description)> Questions { get; }

    /// <summary>The keys that hold a single value.</summary>
    public IEnumerable<string> Keys => this.values.Keys;

    /// <summary>The present value of a key.</summary>
    public string this[string key] => this.values[key].Value ?? "";

    /// <summary>Reads a stack's file and the questions of the project's template.</summary>
    public static StackTemplate Read(string folder, string stackFile)
    {
        var project = BoundedYaml.ReadMapping(ProjectFile.Find(folder));
        var questions = (Child(Child(project, "template"), "config") as YamlMappingNode)?.Children
            .Select(pair => ((pair.Key as YamlScalarNode)?.Value ?? "", (Child(pair.Value, "description") as YamlScalarNode)?.Value ?? "")).ToList() ?? [];
        if (!File.Exists(stackFile))
        {
            throw new InputException(stackFile, "there is no such stack to copy");
        }

        return new(Encoding.UTF8.GetString(InputFile.Read(stackFile).Span), Child(BoundedYaml.ReadMapping(stackFile), "config") as YamlMappingNode, questions);
    }

    /// <summary>Whether the stack has a single value under a key.</summary>
    public bool Has(string key) => this.values.ContainsKey(key);

    /// <summary>The file's text with other values.</summary>
    public string With(IReadOnlyDictionary<string, string> values)
    {
        var changed = new StringBuilder(this.text);
        foreach (var (key, value) in values.OrderByDescending(pair => this.values[pair.Key].Start.Index))
        {
            var (start, end) = ((int)this.values[key].Start.Index, (int)this.values[key].End.Index);
            changed.Remove(start, end - start).Insert(start, Quoted(value));
        }

        return changed.ToString();
    }

    private static string Quoted(string value) => Plain().IsMatch(value) && !value.EndsWith(':') && YamlScalars.Resolve(value) is string text && text == value ? value : JsonSerializer.Serialize(value, CliJson.Plain.String);

    private static YamlNode? Child(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_@./:+-]*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
