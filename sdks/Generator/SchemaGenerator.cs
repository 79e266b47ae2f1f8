using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>Turns a provider's compact schema (<c>schema.json</c>) into its C# package.</summary>
[Generator]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context.AdditionalTextsProvider.Where(file => Path.GetFileName(file.Path) == "schema.json").Select((file, cancellation) => file.GetText(cancellation)?.ToString() ?? "");
        context.RegisterSourceOutput(schemas, (output, text) => Generate(output, new Package(new Node(Json.Parse(text)))));
    }

    private static void Generate(SourceProductionContext output, Package package)
    {
        foreach (var module in package.Schema["resources"].Members.GroupBy(resource => package.NamespaceOf(resource.Key)))
        {
            var writer = new Writer();
            var classes = new ClassWriter(package, writer);
            writer.Open($"namespace {module.Key}");
            foreach (var resource in module)
            {
                if (resource.Value["isComponent"].Flag)
                {
                    classes.Component(resource.Key, resource.Value);
                    continue;
                }

                classes.Resource(resource.Key, resource.Value);
                var name = resource.Key.Substring(resource.Key.LastIndexOf(':') + 1);
                if (!package.IsKubernetes)
                {
                    classes.Inputs($"{name}Args", "ResourceArgs", resource.Value["inputProperties"], resource.Value["requiredInputs"].Texts, Form.Args, isSealed: true);
                    classes.Inputs($"{name}State", "ResourceArgs", resource.Value["stateInputs"], [], Form.GetArgs, isSealed: true);
                }
            }

            writer.Close();
            Add(output, $"{module.Key}.Resources", writer);
        }

        if (package.IsKubernetes)
        {
            foreach (var module in package.Schema["resources"].Members.GroupBy(resource => package.NestedNamespace(resource.Key, inputs: true)))
            {
                var writer = new Writer();
                writer.Open($"namespace {module.Key}");
                foreach (var resource in module)
                {
                    new ClassWriter(package, writer).Inputs($"{resource.Key.Substring(resource.Key.LastIndexOf(':') + 1)}Args", "ResourceArgs", resource.Value["inputProperties"], resource.Value["requiredInputs"].Texts, Form.Args, isSealed: false);
                }

                writer.Close();
                Add(output, $"{module.Key}.Args", writer);
            }
        }

        foreach (var module in package.Schema["functions"].Members.GroupBy(function => package.NamespaceOf(function.Key)))
        {
            var writer = new Writer();
            writer.Open($"namespace {module.Key}");
            foreach (var function in module)
            {
                new ClassWriter(package, writer).Function(function.Key, function.Value);
            }

            writer.Close();
            Add(output, $"{module.Key}.Functions", writer);
        }

        GenerateNested(output, package);
        ProviderWriter.Write(output, package);
        ConfigWriter.Write(output, package);
    }

    private static void GenerateNested(SourceProductionContext output, Package package)
    {
        // A Kubernetes resource's arguments also serve as the items of its list.
        var resources = package.IsKubernetes ? package.Schema["resources"].Members.Select(resource => $"{package.NestedNamespace(resource.Key, inputs: true)}.{resource.Key.Substring(resource.Key.LastIndexOf(':') + 1)}Args").ToList() : [];
        var nested = package.UsedTypes.SelectMany(type => type.Value.Select(form => (Token: type.Key, Form: form)))
            .Where(type => !package.IsEnum(type.Token))
            .GroupBy(type => package.NestedNamespace(type.Token, type.Form is not (Form.Output or Form.Result)));
        foreach (var module in nested)
        {
            var writer = new Writer();
            var classes = new ClassWriter(package, writer);
            writer.Open($"namespace {module.Key}");
            foreach (var (token, form) in module.OrderBy(type => type.Token, System.StringComparer.Ordinal).ThenBy(type => type.Form))
            {
                var (type, name) = (package.TypeOf(token), Package.NestedName(token, form));
                if (form is Form.Output or Form.Result)
                {
                    classes.Outputs(name, Without(type, "inputOnly"), type["required"].Texts, form);
                }
                else if (form == Form.Plain)
                {
                    classes.PlainInputs(name, "InvokeArgs", Without(type, "outputOnly"), type["required"].Texts);
                }
                else if (!resources.Contains($"{module.Key}.{name}"))
                {
                    classes.Inputs(name, "ResourceArgs", Without(type, "outputOnly"), type["required"].Texts, form, isSealed: !package.IsKubernetes);
                }
            }

            writer.Close();
            Add(output, module.Key, writer);
        }

        foreach (var module in package.UsedTypes.Select(type => type.Key).Where(package.IsEnum).GroupBy(package.NamespaceOf))
        {
            var writer = new Writer();
            writer.Open($"namespace {module.Key}");
            foreach (var token in module)
            {
                new ClassWriter(package, writer).Enum(Package.NestedName(token, Form.Output), package.TypeOf(token));
            }

            writer.Close();
            Add(output, $"{module.Key}.Enums", writer);
        }
    }

    private static Node Without(Node type, string list)
    {
        var left = type[list].Texts;
        return left.Count == 0 ? type["properties"] : new Node(type["properties"].Members.Where(property => !left.Contains(property.Key)).ToDictionary(property => property.Key, property => property.Value.Value));
    }

    internal static void Add(SourceProductionContext output, string name, Writer writer) => output.AddSource($"{name}.g.cs", SourceText.From(writer.ToString(), System.Text.Encoding.UTF8));
}
