using System.Text.Json;
using LlmOpsSecure.Cli.Output;
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
/// <param name="StackFile">The stack's configuration file, which need not exist.</param>
/// <param name="Salt">The salt of its secrets; null if it has none.</param>
internal sealed record ProjectFile(string Name, string Folder, string Program, string Runtime, string? Binary, IReadOnlyDictionary<string, string> Config, IReadOnlyCollection<string> SecretKeys, string StackFile, string? Salt)
{
    /// <summary>What a PulumiPolicy.yaml says: the runtime, a program that is already built, the version of the pack.</summary>
    public static (string Runtime, string? Binary, string? Version) ReadPack(string file)
    {
        var root = BoundedYaml.ReadMapping(file);
        var (runtime, binary) = Runtime_(file, root);
        return (runtime, binary, Text(file, root, "version"));
    }

    /// <summary>The project's file in a folder.</summary>
    public static string Find(string folder) => new[] { "Pulumi.yaml", "Pulumi.yml" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new InputException(folder, "there is no Pulumi.yaml here; --project DIR names the folder that has one");

    /// <summary>Reads the project in a folder and the configuration of a stack.</summary>
    public static ProjectFile Read(string folder, string stack)
    {
        folder = Path.GetFullPath(folder);
        var file = Find(folder);
        var root = BoundedYaml.ReadMapping(file);
        var name = Text(file, root, "name") ?? throw new InputException(file, "a project must have a text 'name'");
        var (runtime, binary) = Runtime_(file, root);
        var main = Text(file, root, "main");
        var program = main is null ? folder : Path.GetFullPath(Path.Combine(folder, main));
        if (!Directory.Exists(program) && !File.Exists(program))
        {
            throw new InputException($"{file}: main", $"it must be a folder of the project, but there is no '{main}'");
        }

        var config = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        var objects = new HashSet<string>(StringComparer.Ordinal);
        var declared = ProjectConfig(file, root, name, config, objects);
        var stackFolder = Path.Combine(folder, Text(file, root, "stackConfigDir") ?? "");
        var stackFile = Path.Combine(stackFolder, $"Pulumi.{stack}.yaml");
        string? salt = null;
        if (Path.Exists(stackFile))
        {
            var settings = BoundedYaml.ReadMapping(stackFile);
            salt = Text(stackFile, settings, "encryptionsalt");
            StackConfig(stackFile, settings, name, config, secrets, objects);
        }
        else if (Directory.Exists(stackFolder) && Directory.GetFiles(stackFolder, "Pulumi.*.yaml").Select(one => Path.GetFileName(one)["Pulumi.".Length..^".yaml".Length]).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } known)
        {
            throw new InputException("--stack", $"there is no stack '{stack}'; there are {string.Join(", ", known)}");
        }

        if (declared.Where(one => one.IsOwn && !config.ContainsKey(one.Key)).Select(one => one.Key).ToList() is { Count: > 0 } missing)
        {
            throw new InputException($"{stackFile}: {string.Join(", ", missing)}", "the project declares this configuration and gives no default, so the stack must set it");
        }

        foreach (var one in declared)
        {
            one.Check(stackFile, config.GetValueOrDefault(one.Key), objects.Contains(one.Key), secrets.Contains(one.Key));
        }

        return new(name, folder, program, runtime, binary, config, secrets, stackFile, salt);
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

    // Defaults and types that the project declares for all its stacks; values alone for other packages.
    private static List<DeclaredValue> ProjectConfig(string file, YamlMappingNode root, string project, IDictionary<string, string> config, HashSet<string> objects)
    {
        var declared = new List<DeclaredValue>();
        foreach (var (key, node) in Settings(file, root))
        {
            var full = Full(project, KeyText(file, "config", key));
            var isOwn = full.StartsWith(project + ":", StringComparison.Ordinal);
            var map = node as YamlMappingNode ?? new YamlMappingNode { { isOwn ? "default" : "value", node } };
            var one = new DeclaredValue(full, Text(file, map, "type"), ItemTypes(file, map), Text(file, map, "secret") is { } secret && YamlScalars.Resolve(secret) is true, isOwn);
            var (value, other) = isOwn ? (Child(map, "default") ?? Child(map, "value"), Child(map, "default") is null ? null : Child(map, "value")) : (Child(map, "value"), Child(map, "default") ?? Child(map, "type"));
            if (other is not null || (!isOwn && value is null) || (one.Type == "array" && one.ItemTypes.Count == 0))
            {
                throw new InputException($"{file}: config.{full}", !isOwn ? "the configuration of another package must have a value, and no type or default" : other is not null ? "it may have a default or a value, but not both" : "an array must say the type of its items");
            }

            declared.Add(one);
            if (value is not null and not YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" })
            {
                config[full] = ToText(file, full, value, null);
                if (value is not YamlScalarNode)
                {
                    objects.Add(full);
                }

                if (Child(map, "default") is YamlScalarNode scalar && !one.FitsScalar(Value(scalar)))
                {
                    throw new InputException($"{file}: config.{full}", $"its default must be of type '{one.TypeName}', but is '{scalar.Value}'");
                }
            }
        }

        return declared;
    }

    // items: { type: array, items: { type: string } } is ["array", "string"].
    private static List<string> ItemTypes(string file, YamlMappingNode map)
    {
        var types = new List<string>();
        for (var items = Child(map, "items") as YamlMappingNode; items is not null && types.Count < 100; items = Child(items, "items") as YamlMappingNode)
        {
            types.Add(Text(file, items, "type") ?? "");
        }

        return types;
    }

    private static void StackConfig(string file, YamlMappingNode root, string project, IDictionary<string, string> config, HashSet<string> secrets, HashSet<string> objects)
    {
        if (Child(root, "environment") is not null)
        {
            throw new InputException($"{file}: environment", "environments are kept in the Pulumi cloud, which this command never asks; write their values into the file");
        }

        var opened = new Lazy<Passphrase>(() => Passphrase.Open(file, Text(file, root, "encryptionsalt")
            ?? throw new InputException($"{file}: encryptionsalt", "the file has secret values but no salt: they were encrypted by a secrets provider other than a passphrase, which cannot be used here")));
        foreach (var (key, node) in Settings(file, root))
        {
            var full = Full(project, KeyText(file, "config", key));
            var (text, isSecret) = (ToText(file, full, node, Decrypt), HasSecret(node));
            config[full] = text;
            objects.Remove(full);
            if (node is not YamlScalarNode && !(node is YamlMappingNode map && Secure(map) is not null))
            {
                objects.Add(full);
            }

            if (isSecret)
            {
                secrets.Add(full);
            }

            string Decrypt(string cipher) => opened.Value.Decrypt(cipher) ?? throw new InputException($"{file}: {full}", "the secret value is damaged, or was encrypted with another passphrase");
        }
    }

    private static IDictionary<YamlNode, YamlNode> Settings(string file, YamlMappingNode root) => Child(root, "config") switch
    {
        YamlMappingNode map => map.Children,
        null or YamlScalarNode { Value: null or "" or "~" or "null" } => new YamlMappingNode().Children,
        _ => throw new InputException($"{file}: config", "it must be a mapping of keys to values"),
    };

    private static bool HasSecret(YamlNode node) => node switch
    {
        YamlMappingNode map => Secure(map) is not null || map.Children.Values.Any(HasSecret),
        YamlSequenceNode list => list.Children.Any(HasSecret),
        _ => false,
    };

    // { secure: CIPHERTEXT } stands for the value that the text hides.
    private static string? Secure(YamlMappingNode map) => map.Children.Count == 1 && Child(map, "secure") is YamlScalarNode { Value: { } cipher } ? cipher : null;

    private static string KeyText(string file, string where, YamlNode key) => (key as YamlScalarNode)?.Value ?? throw new InputException($"{file}:{key.Start.Line}", $"a key of '{where}' must be a text");

    private static string Full(string project, string key) => key.Contains(':', StringComparison.Ordinal) ? key.Replace(":config:", ":", StringComparison.Ordinal) : $"{project}:{key}";

    private static string ToText(string file, string key, YamlNode node, Func<string, string>? decrypt) => node switch
    {
        YamlScalarNode scalar => YamlScalars.Text(Value(scalar)),
        YamlMappingNode map when Secure(map) is { } cipher && decrypt is not null => decrypt(cipher),
        _ => JsonSerializer.Serialize(Tree(file, key, node, decrypt, 0), CliJson.Plain.Object!),
    };

    private static object? Tree(string file, string key, YamlNode node, Func<string, string>? decrypt, int depth) => depth > EngineValues.MaxDepth ? throw new InputException($"{file}: {key}", $"it is nested deeper than {EngineValues.MaxDepth} levels") : node switch
    {
        YamlMappingNode map when Secure(map) is { } cipher && decrypt is not null => decrypt(cipher),
        YamlMappingNode map => new SortedDictionary<string, object?>(map.Children.ToDictionary(entry => KeyText(file, key, entry.Key), entry => Tree(file, key, entry.Value, decrypt, depth + 1)), StringComparer.Ordinal),
        YamlSequenceNode list => list.Children.Select(item => Tree(file, key, item, decrypt, depth + 1)).ToList(),
        YamlScalarNode scalar => Value(scalar),
        _ => null,
    };

    private static object? Value(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty ? YamlScalars.Resolve(scalar.Value ?? "") : scalar.Value ?? "";

    private static YamlNode? Child(YamlMappingNode map, string name) => map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;

    private static string? Text(string file, YamlMappingNode map, string name) => Child(map, name) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InputException($"{file}: {name}", "it must be a text"),
    };
}
