using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>Writes the static class that holds a provider's configuration of the stack.</summary>
internal static class ConfigWriter
{
    public static void Write(SourceProductionContext output, Package package)
    {
        var writer = new Writer();
        writer.Open($"namespace {package.Root}").Open("public static class Config");
        writer.Line($"private static readonly global::Pulumi.Config Bag = new global::Pulumi.Config({Writer.Quote(package.Name)});");
        foreach (var (wire, spec) in package.Schema["config"].Members.Select(member => (member.Key, member.Value)))
        {
            var (type, member) = (TypeOf(package, spec), Names.Member(wire));
            var value = Read(wire, type) + (ClassWriter.Default(spec) is { } fallback ? " ?? " + fallback : "");
            var nullable = spec["type"].Text == "array" ? "" : "?";
            writer.Line($"private static bool is{member}Set;").Line($"private static {type}{nullable} set{member};");
            writer.Line($"public static {type}{nullable} {member} {{ get => is{member}Set ? set{member} : {value}; set => (set{member}, is{member}Set) = (value, true); }}");
        }

        writer.Open("public static class Types");
        var types = package.Schema["types"].Members.Where(type => type.Key.StartsWith($"{package.Name}:config", System.StringComparison.Ordinal));
        foreach (var (token, type) in types.Select(type => (type.Key, type.Value)))
        {
            writer.Open($"public class {Name(token)}");
            foreach (var property in type["properties"].Members)
            {
                var required = type["required"].Texts.Contains(property.Key) || property.Value["type"].Text == "array";
                writer.Line($"public {TypeOf(package, property.Value)}{(required ? "" : "?")} {Names.Member(property.Key)} {{ get; set; }}{(required && property.Value["type"].Text == "string" ? " = null!;" : "")}");
            }

            writer.Close();
        }

        writer.Close().Close().Close();
        SchemaGenerator.Add(output, $"{package.Root}.Config", writer);
    }

    private static string Read(string wire, string type) => type switch
    {
        "string" => $"Bag.Get({Writer.Quote(wire)})",
        "bool" => $"Bag.GetBoolean({Writer.Quote(wire)})",
        "int" => $"Bag.GetInt32({Writer.Quote(wire)})",
        _ => $"Bag.GetObject<{type}>({Writer.Quote(wire)})",
    };

    private static string TypeOf(Package package, Node spec)
    {
        var reference = Package.Reference(spec);
        return reference.Length > 0 ? $"global::{package.Root}.Config.Types.{Name(reference)}"
            : spec["type"].Text == "array" ? $"global::System.Collections.Immutable.ImmutableArray<{TypeOf(package, spec["items"])}>"
            : new TypeWriter(package).Plain(spec, Form.Output);
    }

    private static string Name(string token) => Names.Upper(token.Substring(token.LastIndexOf(':') + 1));
}
