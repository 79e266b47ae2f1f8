using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>Writes what each package has once: the provider, the resource type attribute and the helpers.</summary>
internal static class ProviderWriter
{
    public static void Write(SourceProductionContext output, Package package)
    {
        var writer = new Writer();
        var classes = new ClassWriter(package, writer);
        var provider = package.Schema["provider"];
        var title = Names.Upper(package.Name);
        writer.Open($"namespace {package.Root}");

        writer.Line($"[global::{package.Root}.{title}ResourceType({Writer.Quote($"pulumi:providers:{package.Name}")})]");
        writer.Open("public partial class Provider : global::Pulumi.ProviderResource");
        foreach (var property in provider["properties"].Members.Where(property => property.Value["type"].Text == "string"))
        {
            var required = provider["required"].Texts.Contains(property.Key);
            writer.Line($"[global::Pulumi.Output({Writer.Quote(property.Key)})] public global::Pulumi.Output<string{(required ? "" : "?")}> {ClassWriter.MemberOf("Provider", property.Key, property.Value)} {{ get; private set; }} = null!;");
        }

        writer.Line($"public Provider(string name, ProviderArgs? args = null, global::Pulumi.CustomResourceOptions? options = null)");
        writer.Line($"    : base({Writer.Quote(package.Name)}, name, args ?? new ProviderArgs(), MakeResourceOptions(options, \"\"))").Open("").Close();
        classes.MakeResourceOptions(default, provider["secretOutputs"], default);
        if (provider["terraformConfig"].Flag)
        {
            writer.Line($"public global::Pulumi.Output<ProviderTerraformConfigResult> TerraformConfig() => global::Pulumi.Deployment.Instance.Call<ProviderTerraformConfigResult>({Writer.Quote($"pulumi:providers:{package.Name}/terraformConfig")}, global::Pulumi.CallArgs.Empty, this);");
            writer.Close().Line("[global::Pulumi.OutputType]").Open("public sealed class ProviderTerraformConfigResult");
            writer.Line("public readonly global::System.Collections.Immutable.ImmutableDictionary<string, object> Result;").Line("[global::Pulumi.OutputConstructor]");
            writer.Line("private ProviderTerraformConfigResult(global::System.Collections.Immutable.ImmutableDictionary<string, object> result) => this.Result = result;");
        }

        writer.Close();

        // All that is not text goes as JSON text.
        var json = provider["inputProperties"].Members.Where(property => property.Value["type"].Text != "string").Select(property => property.Key).ToList();
        classes.Inputs("ProviderArgs", "ResourceArgs", provider["inputProperties"], provider["requiredInputs"].Texts, Form.Args, isSealed: true, json);

        writer.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Class)]");
        writer.Line($"internal sealed class {title}ResourceTypeAttribute(string type) : global::Pulumi.ResourceTypeAttribute(type, Utilities.Version);");

        writer.Open("internal static partial class Utilities");
        writer.Line($"public static string Version => {Writer.Quote(package.Schema["version"].Text)};");
        writer.Line("public static string? GetEnv(params string[] names)").Open("");
        writer.Open("foreach (var name in names)").Open("if (global::System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)").Line("return value;").Close().Close();
        writer.Line("return null;").Close();
        writer.Line("public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch { null => null, \"1\" or \"t\" or \"T\" or \"true\" or \"TRUE\" or \"True\" => true, _ => false };");
        writer.Line("public static int? GetEnvInt32(params string[] names) => int.TryParse(GetEnv(names), out var value) ? value : null;");
        writer.Line("public static double? GetEnvDouble(params string[] names) => double.TryParse(GetEnv(names), global::System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;");
        writer.Line("public static global::Pulumi.Input<T>? Optional<T>(T? value) where T : class => value is null ? null : value;");
        writer.Line("public static global::Pulumi.Input<T>? Optional<T>(T? value) where T : struct => value is { } known ? known : null;");
        writer.Line("public static global::Pulumi.Input<T>? Secret<T>(global::Pulumi.Input<T>? value) => value is null ? null : global::Pulumi.Output.CreateSecret((global::Pulumi.Output<T>)value);");
        writer.Line("public static global::Pulumi.InputList<T> Secret<T>(global::Pulumi.InputList<T> value) => global::Pulumi.Output.CreateSecret((global::Pulumi.Output<global::System.Collections.Immutable.ImmutableArray<T>>)(global::Pulumi.Input<global::System.Collections.Immutable.ImmutableArray<T>>)value);");
        writer.Line("public static global::Pulumi.InputMap<T> Secret<T>(global::Pulumi.InputMap<T> value) => global::Pulumi.Output.CreateSecret((global::Pulumi.Output<global::System.Collections.Immutable.ImmutableDictionary<string, T>>)(global::Pulumi.Input<global::System.Collections.Immutable.ImmutableDictionary<string, T>>)value);");
        foreach (var options in new[] { "InvokeOptions", "InvokeOutputOptions" })
        {
            writer.Open($"public static global::Pulumi.{options} WithDefaults(global::Pulumi.{options}{(options == "InvokeOptions" ? "?" : "")} options)");
            writer.Open($"var copy = new global::Pulumi.{options}");
            writer.Line("Parent = options?.Parent,").Line("Provider = options?.Provider,").Line("PluginDownloadURL = options?.PluginDownloadURL,").Line("Version = options?.Version ?? Version,");
            if (options == "InvokeOutputOptions")
            {
                writer.Line("DependsOn = options?.DependsOn ?? new global::Pulumi.InputList<global::Pulumi.Resource>(),");
            }

            writer.Close("};").Line("return copy;").Close();
        }

        writer.Close().Close();
        SchemaGenerator.Add(output, $"{package.Root}.Provider", writer);
    }
}
