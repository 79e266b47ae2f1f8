using System.Linq;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>Writes the C# types of properties.</summary>
internal sealed class TypeWriter(Package package)
{
    /// <summary>The plain type: <c>string</c>, <c>ImmutableArray&lt;int&gt;</c>, a nested type.</summary>
    public string Plain(Node spec, Form form)
    {
        var (output, plain) = (form is Form.Output or Form.Result, form == Form.Plain);
        var reference = Package.Reference(spec);
        if (reference.Length > 0)
        {
            return !package.IsEnum(reference) ? package.NestedType(reference, form)
                : output ? "string"
                : $"global::{package.NamespaceOf(reference)}.{Package.NestedName(reference, Form.Output)}";
        }

        switch (spec["$ref"].Text)
        {
            case "pulumi.json#/Any":
                return "object";
            case "pulumi.json#/Json":
                return "global::System.Text.Json.JsonElement";
            case "pulumi.json#/Asset":
                return "global::Pulumi.AssetOrArchive";
            case "pulumi.json#/Archive":
                return "global::Pulumi.Archive";
        }

        if (!spec["oneOf"].IsMissing)
        {
            var cases = spec["oneOf"].Items.ToList();
            return output && cases.Any(one => package.IsEnum(Package.Reference(one))) ? "string" : $"global::Pulumi.Union<{string.Join(", ", cases.Select(one => this.Plain(one, form)))}>";
        }

        switch (spec["type"].Text)
        {
            case "string":
                return "string";
            case "boolean":
                return "bool";
            case "integer":
                return "int";
            case "number":
                return "double";
            case "array":
                var item = this.Plain(spec["items"], form);
                return plain ? $"global::System.Collections.Generic.List<{item}>" : $"global::System.Collections.Immutable.ImmutableArray<{item}>";
            default:
                var value = spec["additionalProperties"].IsMissing ? "object" : this.Plain(spec["additionalProperties"], form);
                return plain ? $"global::System.Collections.Generic.Dictionary<string, {value}>" : $"global::System.Collections.Immutable.ImmutableDictionary<string, {value}>";
        }
    }

    /// <summary>The type of an argument: an input, a list or map of inputs.</summary>
    public string Input(Node spec, Form form)
    {
        if (spec["type"].Text == "array")
        {
            return $"global::Pulumi.InputList<{this.Element(spec["items"], form)}>";
        }

        if (IsMap(spec))
        {
            return $"global::Pulumi.InputMap<{this.Element(spec["additionalProperties"], form)}>";
        }

        if (spec["$ref"].Text == "pulumi.json#/Json")
        {
            return "global::Pulumi.InputJson";
        }

        if (spec["oneOf"].Items is { Count: 2 } cases)
        {
            return $"global::Pulumi.InputUnion<{string.Join(", ", cases.Select(one => this.Plain(one, form)))}>";
        }

        return $"global::Pulumi.Input<{this.Plain(spec, form)}>";
    }

    /// <summary>Whether the type is a list or map, whose property is never null to the caller.</summary>
    public static bool IsCollection(Node spec) => spec["type"].Text == "array" || IsMap(spec);

    /// <summary>Whether the C# type takes a question mark where the value may be missing.</summary>
    public static bool TakesNull(Node spec) => spec["type"].Text != "array";

    private static bool IsMap(Node spec) => spec["type"].Text == "object" && !spec["additionalProperties"].IsMissing;

    // Inside of a list or map, collections are plain.
    private string Element(Node spec, Form form) => spec["type"].Text == "array" ? $"global::System.Collections.Immutable.ImmutableArray<{this.Element(spec["items"], form)}>"
        : IsMap(spec) ? $"global::System.Collections.Immutable.ImmutableDictionary<string, {this.Element(spec["additionalProperties"], form)}>"
        : this.Plain(spec, form);
}
