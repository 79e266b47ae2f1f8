using System.Globalization;
using System.Text.Json;
using LlmOpsSecure.Cli.Readers;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What <c>Pulumi.yaml</c> and the stack's configuration file say, read as the Pulumi CLI reads them.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Folder">The folder of Pulumi.yaml.</param>
/// <param name="Program">The folder of the program.</param>
/// <param name="Runtime">The runtime: <c>dotnet</c> or <c>nodejs</c>.</param>
/// <param name="Binary">A program that is already built; null if it is built here.</param>
/// <param name="Config">The configuration by full key, as texts.</param>
/// <param name="SecretKeys">The keys whose values are secret.</param>
internal sealed record ProjectFile(string Name, string Folder, string Program, string Runtime, string? Binary, IReadOnlyDictionary<string, string> Config, IReadOnlyCollection<string> SecretKeys)
{
    /// <summary>Reads the project in a folder and the configuration of a stack.</summary>
    public static ProjectFile Read(string folder, string stack)
    {
        folder = Path.GetFullPath(folder);
        var file = new[] { "Pulumi.yaml", "Pulumi.yml" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new InputException(folder, "there is no Pulumi.yaml here; --project DIR names the folder that has one");
        var root = Load(file);
        var name = Text(file, root, "name") ?? throw new InputException(file, "a project must have a text 'name'");
        var (runtime, binary) = Runtime_(file, root);
        var main = Text(file, root, "main");
        var program = main is null ? folder : Path.GetFullPath(Path.Combine(folder, main));
        if (!Directory.Exists(program) && !File.Exists(program))
        {
            throw new InputException($"{file}: main", $"it must be a folder of the project, but there is no '{main}'");
        }

        var config = new Dictionary<string, string>(StringComparer.Ordinal);
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        var declared = ProjectConfig(file, root, name, config);
        var stackFolder = Path.Combine(folder, Text(file, root, "stackConfigDir") ?? "");
        var stackFile = Path.Combine(stackFolder, $"Pulumi.{stack}.yaml");
        if (File.Exists(stackFile))
        {
            StackConfig(stackFile, Load(stackFile), name, config, secrets);
        }
        else if (Directory.Exists(stackFolder) && Directory.GetFiles(stackFolder, "Pulumi.*.yaml").Select(one => Path.GetFileName(one)["Pulumi.".Length..^".yaml".Length]).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } known)
        {
            throw new InputException("--stack", $"there is no stack '{stack}'; there are {string.Join(", ", known)}");
        }

        foreach (var (key, type) in declared)
        {
            Check(stackFile, key, type, config.GetValueOrDefault(key), secrets.Contains(key));
        }

        return new(name, folder, program, runtime, binary, config, secrets);
    }

    private static (string Runtime, string? Binary) Runtime_(string file, YamlMappingNode root)
    {
        var node = Child(root, "runtime");
        var (name, binary) = node switch
        {
            YamlScalarNode scalar => (scalar.Value, null),
            YamlMappingNode map => (Text(file, map, "name"), Child(map, "options") is YamlMappingNode options ? Text(file, options, "binary") : null),
            _ => (null, null),
        };
        return name is "dotnet" or "nodejs" ? (name, binary) : throw new InputException($"{file}: runtime", $"it must be dotnet or nodejs here, but is {name ?? "absent"}");
    }

    // Defaults and types that the project declares for all its stacks.
    private static List<(string Key, string Type)> ProjectConfig(string file, YamlMappingNode root, string project, Dictionary<string, string> config)
    {
        var declared = new List<(string, string)>();
        foreach (var (key, node) in Child(root, "config") is YamlMappingNode { Children: var children } ? children : new YamlMappingNode().Children)
        {
            var name = ((YamlScalarNode)key).Value!;
            var full = Full(project, name);
            if (node is YamlMappingNode map && (Child(map, "type") ?? Child(map, "default") ?? Child(map, "value") ?? Child(map, "description") ?? Child(map, "secret")) is not null)
            {
                if (Text(file, map, "type") is { } type)
                {
                    declared.Add((full, type));
                }

                if ((Child(map, "default") ?? Child(map, "value")) is { } value)
                {
                    config[full] = ToText(file, full, value);
                }
            }
            else
            {
                config[full] = ToText(file, full, node);
            }
        }

        return declared;
    }

    private static void StackConfig(string file, YamlMappingNode root, string project, Dictionary<string, string> config, HashSet<string> secrets)
    {
        foreach (var (key, node) in Child(root, "config") is YamlMappingNode { Children: var children } ? children : new YamlMappingNode().Children)
        {
            var full = Full(project, ((YamlScalarNode)key).Value!);
            if (node is YamlMappingNode map && Child(map, "secure") is YamlScalarNode cipher)
            {
                config[full] = Passphrase.Decrypt(file, Text(file, root, "encryptionsalt"), cipher.Value!, full);
                secrets.Add(full);
            }
            else
            {
                config[full] = ToText(file, full, node);
            }
        }
    }

    private static void Check(string file, string key, string type, string? value, bool secret)
    {
        if (value is null)
        {
            throw new InputException($"{file}: {key}", "the project declares this configuration value and gives no default, so the stack must set it");
        }

        var fits = type switch
        {
            "boolean" => value is "true" or "false",
            "integer" => long.TryParse(value, CultureInfo.InvariantCulture, out _),
            "array" => value.StartsWith('['),
            "object" => value.StartsWith('{'),
            _ => true,
        };
        if (!fits)
        {
            throw new InputException($"{file}: {key}", $"it must be of type {type}, but is {(secret ? "[secret]" : $"'{value}'")}");
        }
    }

    private static string Full(string project, string key) => key.Contains(':', StringComparison.Ordinal) ? key.Replace(":config:", ":", StringComparison.Ordinal) : $"{project}:{key}";

    private static string ToText(string file, string key, YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        _ => JsonSerializer.Serialize(Tree(file, key, node)),
    };

    private static object? Tree(string file, string key, YamlNode node) => node switch
    {
        YamlMappingNode map when Child(map, "secure") is YamlScalarNode => throw new InputException($"{file}: {key}", "secure values inside of an object are not supported; make the whole value secure"),
        YamlMappingNode map => map.Children.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => Tree(file, key, entry.Value)),
        YamlSequenceNode list => list.Children.Select(item => Tree(file, key, item)).ToList(),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };

    private static object? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => true,
        "false" => false,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => integer,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    private static YamlMappingNode Load(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode as YamlMappingNode ?? throw new InputException(file, "it must be a YAML mapping");
        }
        catch (YamlException error)
        {
            throw new InputException($"{file}:{error.Start.Line}:{error.Start.Column}", $"the YAML is broken: {error.Message}");
        }
    }

    private static YamlNode? Child(YamlMappingNode map, string name) => map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;

    private static string? Text(string file, YamlMappingNode map, string name) => Child(map, name) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InputException($"{file}: {name}", "it must be a text"),
    };
}
