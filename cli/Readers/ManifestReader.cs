using System.Globalization;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Policies.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>Reads Kubernetes manifests in YAML and JSON: several documents a file, lists, folders. Namespaces default to <c>default</c>.</summary>
internal sealed class ManifestReader
{
    private static readonly HashSet<string> ClusterScoped = new(StringComparer.Ordinal)
    {
        "Namespace", "Node", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "StorageClass", "PriorityClass", "RuntimeClass", "IngressClass", "CSIDriver", "CustomResourceDefinition",
        "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "APIService", "PodSecurityPolicy", "GatewayClass",
        "CiliumClusterwideNetworkPolicy", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterIssuer", "VolumeAttachment", "CertificateSigningRequest", "FlowSchema", "PriorityLevelConfiguration",
    };

    private readonly List<Resource> resources = [];
    private readonly List<string> notes = [];
    // The same scalars come again and again: each is made once.
    private readonly Dictionary<string, PropertyValue> plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertyValue> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> urns = new(StringComparer.Ordinal);
    private int values;

    public static JudgedInput ReadJson(string name, JsonElement root)
    {
        var reader = new ManifestReader();
        reader.Add(PropertyValue.FromJson(root), new SourceLocation(name, 1));
        return reader.Judged(name);
    }

    public static JudgedInput ReadYaml(string name, ReadOnlyMemory<byte> bytes)
    {
        var reader = new ManifestReader();
        reader.ReadStream(name, name == "-" ? "standard input" : name, bytes);
        return reader.resources.Count > 0 ? reader.Judged(name)
            : throw new InputException(name == "-" ? "standard input" : name, "a stack export, a preview document or Kubernetes manifests are allowed, but no Kubernetes object ('apiVersion', 'kind') was found");
    }

    /// <summary>Reads all YAML and JSON files below a folder as one cluster. Files that hold no Kubernetes objects are noted and left out.</summary>
    public static JudgedInput ReadFolder(string folder)
    {
        var reader = new ManifestReader();
        foreach (var file in Files(folder))
        {
            var before = reader.resources.Count;
            try
            {
                reader.ReadStream(file, file, InputFile.Read(file));
            }
            catch (InputException error) when (before == reader.resources.Count)
            {
                reader.notes.Add(error.Message);
                continue;
            }

            if (reader.resources.Count == before)
            {
                reader.notes.Add($"{file}: no Kubernetes objects");
            }
        }

        return reader.resources.Count > 0 ? reader.Judged(folder)
            : throw new InputException(folder, reader.notes.Count > 0 ? $"no Kubernetes objects were found; {reader.notes[0]}" : "the folder holds no YAML or JSON files");
    }

    private static List<string> Files(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false })
                .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml" or ".json").Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(folder, $"the folder cannot be read: {error.Message}");
        }
    }

    private JudgedInput Judged(string name) => new(name, InputKind.Manifests, this.resources, new Stack(this.resources), this.notes);

    private void ReadStream(string name, string place, ReadOnlyMemory<byte> bytes)
    {
        var parser = new BoundedYaml(place, bytes, InputFile.MaxValues - this.values);
        var anchors = new Dictionary<AnchorName, PropertyValue>();
        try
        {
            parser.Consume<StreamStart>();
            while (parser.Accept<DocumentStart>(out _))
            {
                parser.Consume<DocumentStart>();
                anchors.Clear();
                var line = (int)(parser.Current?.Start.Line ?? 1);
                var value = this.Node(place, parser, anchors);
                parser.Consume<DocumentEnd>();
                this.Add(value, new SourceLocation(name, line));
            }
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
            throw parser.Broken(error);
        }

        this.values += parser.Values;
    }

    private PropertyValue Node(string place, IParser parser, Dictionary<AnchorName, PropertyValue> anchors)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors[alias.Value];
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var value = this.Of(scalar);
            Remember(scalar, value);
            return value;
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<PropertyValue>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(this.Node(place, parser, anchors));
            }

            var value = PropertyValue.ListOf(items);
            Remember(sequence, value);
            return value;
        }

        var mapping = parser.Consume<MappingStart>();
        var members = new List<KeyValuePair<string, PropertyValue>>();
        var merged = new List<KeyValuePair<string, PropertyValue>>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!.Start;
            var key = this.Node(place, parser, anchors);
            var value = this.Node(place, parser, anchors);
            if (key is { Kind: PropertyKind.Text, Text: "<<" })
            {
                merged.AddRange(value.Kind == PropertyKind.List ? value.Items.SelectMany(item => item.Members) : value.Members);
                continue;
            }

            members.Add(KeyValuePair.Create(key.Kind switch
            {
                PropertyKind.Text => key.Text,
                PropertyKind.Number => key.Number.ToString(CultureInfo.InvariantCulture),
                PropertyKind.Boolean => key.Boolean ? "true" : "false",
                PropertyKind.Null => "null",
                _ => throw new InputException($"{place}:{at.Line}:{at.Column}", "a key must be a text, but is a list or a mapping"),
            }, value));
        }

        // What stands here goes before what is merged into it, and the first that is merged before the next.
        var names = merged.Count > 0 ? members.Select(member => member.Key).ToHashSet(StringComparer.Ordinal) : [];
        members.AddRange(merged.Where(member => names.Add(member.Key)));

        var map = PropertyValue.MapOf(members);
        Remember(mapping, map);
        return map;

        void Remember(NodeEvent node, PropertyValue value)
        {
            if (!node.Anchor.IsEmpty)
            {
                anchors[node.Anchor] = value;
            }
        }
    }

    private PropertyValue Of(Scalar scalar)
    {
        var isText = scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str";
        var known = isText ? this.texts : this.plain;
        if (!known.TryGetValue(scalar.Value, out var value))
        {
            known[scalar.Value] = value = isText ? PropertyValue.Of(scalar.Value) : OfPlain(scalar.Value);
        }

        return value;
    }

    // The core schema, as Kubernetes reads it: plain scalars are numbers, truth values and null.
    private static PropertyValue OfPlain(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return PropertyValue.Null;
            case "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON":
                return PropertyValue.Of(true);
            case "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF":
                return PropertyValue.Of(false);
        }

        var first = text[0];
        if (first is (>= '0' and <= '9') or '-' or '+' or '.')
        {
            if (text.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex))
            {
                return PropertyValue.Of(hex);
            }

            if (text.StartsWith("0o", StringComparison.Ordinal) || (text.Length > 1 && first == '0' && text.All(char.IsAsciiDigit)))
            {
                return text.AsSpan(text[1] == 'o' ? 2 : 1) is var octal && octal.Length > 0 && octal.Length < 20 && octal.IndexOfAnyExceptInRange('0', '7') < 0
                    ? PropertyValue.Of(Convert.ToInt64(octal.ToString(), 8)) : PropertyValue.Of(text);
            }

            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !text.Any(char.IsWhiteSpace))
            {
                return PropertyValue.Of(number);
            }
        }

        return PropertyValue.Of(text);
    }

    private void Add(PropertyValue value, SourceLocation source)
    {
        if (value.Kind != PropertyKind.Map)
        {
            return;
        }

        var (kind, version) = (value["kind"]?.Text ?? "", value["apiVersion"]?.Text ?? "");
        if (kind.Length == 0 || version.Length == 0)
        {
            return;
        }

        if (kind.EndsWith("List", StringComparison.Ordinal) && value["items"] is { Kind: PropertyKind.List } items)
        {
            foreach (var item in items.Items)
            {
                // Items of a typed list may leave out what the list says.
                var full = item.Kind == PropertyKind.Map && item["kind"] is null && kind != "List"
                    ? PropertyValue.MapOf(new[] { KeyValuePair.Create("apiVersion", PropertyValue.Of(version)), KeyValuePair.Create("kind", PropertyValue.Of(kind[..^"List".Length])) }.Concat(item.Members))
                    : item;
                this.Add(full, source);
            }

            return;
        }

        var type = $"kubernetes:{(version == "v1" ? "core/v1" : version)}:{kind}";
        var metadata = value["metadata"];
        var name = metadata?["name"]?.Text is { Length: > 0 } text ? text : metadata?["generateName"]?.Text ?? "";
        var space = metadata?["namespace"]?.Text is { Length: > 0 } given ? given : "default";
        var scoped = ClusterScoped.Contains(kind) ? name : $"{space}/{name}";
        if (!ClusterScoped.Contains(kind) && metadata is { Kind: PropertyKind.Map } && metadata["namespace"] is null or { Kind: PropertyKind.Null })
        {
            metadata = PropertyValue.MapOf((metadata?.Members ?? []).Append(KeyValuePair.Create("namespace", PropertyValue.Of("default"))));
            value = PropertyValue.MapOf(value.Members.Select(member => member.Key == "metadata" ? KeyValuePair.Create("metadata", metadata) : member));
        }

        var urn = $"urn:pulumi:manifests::manifests::{type}::{scoped}";
        for (var again = 2; !this.urns.Add(urn); again++)
        {
            urn = $"urn:pulumi:manifests::manifests::{type}::{scoped}#{again}";
        }

        this.resources.Add(new Resource { Type = type, Name = scoped, Urn = urn, Properties = value, Source = source });
    }
}
