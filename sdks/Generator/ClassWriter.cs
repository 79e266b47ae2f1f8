using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>Writes classes of arguments, states, answers, enumerations, resources and functions.</summary>
internal sealed class ClassWriter(Package package, Writer writer)
{
    private readonly TypeWriter types = new(package);

    /// <summary>A class of inputs.</summary>
    public void Inputs(string name, string baseClass, Node properties, ICollection<string> required, Form form, bool isSealed, ICollection<string>? json = null)
    {
        writer.Open($"public {(isSealed ? "sealed " : "")}class {name} : global::Pulumi.{baseClass}");
        var defaults = new List<string>();
        foreach (var property in properties.Members)
        {
            this.InputProperty(name, property.Key, property.Value, required.Contains(property.Key), form, json?.Contains(property.Key) == true);
            if (Default(property.Value) is { } value)
            {
                var (member, open) = (MemberOf(name, property.Key, property.Value), !property.Value["defaultInfo"].IsMissing && property.Value["defaultInfo"]["value"].IsMissing);
                defaults.Add(open ? $"{member} = Utilities.Optional({value});" : $"{member} = {value};");
            }
        }

        writer.Open($"public {name}()");
        foreach (var line in defaults)
        {
            writer.Line(line);
        }

        writer.Close();
        writer.Line($"public static new {name} Empty => new {name}();");
        writer.Close();
    }

    /// <summary>A class of plain arguments of a function.</summary>
    public void PlainInputs(string name, string baseClass, Node properties, ICollection<string> required)
    {
        writer.Open($"public sealed class {name} : global::Pulumi.{baseClass}");
        foreach (var property in properties.Members)
        {
            var (member, type) = (MemberOf(name, property.Key, property.Value), this.types.Plain(property.Value, Form.Plain));
            var attribute = Attribute(property.Key, required.Contains(property.Key), json: false);
            if (TypeWriter.IsCollection(property.Value))
            {
                writer.Line($"{attribute} private {type}? _{Field(property.Key)};");
                writer.Line($"public {type} {member} {{ get => _{Field(property.Key)} ??= new {type}(); set => _{Field(property.Key)} = value; }}");
            }
            else
            {
                writer.Line(required.Contains(property.Key) ? $"{attribute} public {type} {member} {{ get; set; }} = default!;" : $"{attribute} public {type}? {member} {{ get; set; }}");
            }
        }

        writer.Open($"public {name}()").Close();
        writer.Line($"public static new {name} Empty => new {name}();");
        writer.Close();
    }

    /// <summary>A class of answered values.</summary>
    public void Outputs(string name, Node properties, ICollection<string> required, Form form)
    {
        writer.Line("[global::Pulumi.OutputType]").Open($"public sealed class {name}");
        var members = properties.Members.Select(property => (Wire: property.Key, Member: MemberOf(name, property.Key, property.Value), Type: this.OutputType(property.Value, required.Contains(property.Key), form))).ToList();
        foreach (var (_, member, type) in members)
        {
            writer.Line($"public readonly {type} {member};");
        }

        writer.Line("[global::Pulumi.OutputConstructor]");
        writer.Open($"private {name}({string.Join(", ", members.Select(member => Parameter(member.Wire, member.Type)))})");
        foreach (var (wire, member, _) in members)
        {
            writer.Line($"this.{member} = {Identifier(wire)};");
        }

        writer.Close().Close();
    }

    /// <summary>An enumeration of texts.</summary>
    public void Enum(string name, Node type)
    {
        writer.Line("[global::Pulumi.EnumType]").Open($"public readonly struct {name} : global::System.IEquatable<{name}>");
        writer.Line("private readonly string _value;");
        writer.Line($"private {name}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));");
        foreach (var member in type["enum"].Items)
        {
            writer.Line($"public static {name} {Names.Member(member["name"].Text)} {{ get; }} = new {name}({Writer.Quote(member["value"].Text)});");
        }

        writer.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
        writer.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
        writer.Line($"public static explicit operator string({name} value) => value._value;");
        writer.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
        writer.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);");
        writer.Line("public override int GetHashCode() => _value?.GetHashCode(global::System.StringComparison.Ordinal) ?? 0;");
        writer.Line("public override string ToString() => _value;");
        writer.Close();
    }

    /// <summary>A component that the provider makes.</summary>
    public void Component(string token, Node resource)
    {
        var name = token.Substring(token.LastIndexOf(':') + 1);
        var args = $"global::{package.NestedNamespace(token, inputs: true)}.{name}Args";
        writer.Line($"[global::{package.Root}.{Names.Upper(package.Name)}ResourceType({Writer.Quote(token)})]");
        writer.Open($"public partial class {name} : global::Pulumi.ComponentResource");
        this.OutputProperties(name, resource);
        writer.Line($"public {name}(string name, {args}? args = null, global::Pulumi.ComponentResourceOptions? options = null)");
        writer.Line($"    : base({Writer.Quote(token)}, name, args ?? new {args}(), MakeResourceOptions(options, \"\"), remote: true)").Open("").Close();
        this.MakeResourceOptions(resource["aliases"], default, default, "ComponentResourceOptions");
        writer.Close();
    }

    /// <summary>A resource class.</summary>
    public void Resource(string token, Node resource)
    {
        var name = token.Substring(token.LastIndexOf(':') + 1);
        var required = resource["requiredInputs"].Texts;
        var args = package.IsKubernetes ? $"global::{package.NestedNamespace(token, inputs: true)}.{name}Args" : $"{name}Args";
        var state = !package.IsKubernetes && !resource["stateInputs"].IsMissing;
        this.Obsolete(resource);
        writer.Line($"[global::{package.Root}.{Names.Upper(package.Name)}ResourceType({Writer.Quote(token)})]");
        writer.Open($"public partial class {name} : {(package.IsKubernetes ? "global::Pulumi.Kubernetes.KubernetesResource" : "global::Pulumi.CustomResource")}");
        this.OutputProperties(name, resource);
        var optional = required.Count == 0 || package.IsKubernetes ? "? args = null" : " args";
        var consts = resource["inputProperties"].Members.Where(property => !property.Value["const"].IsMissing).ToList();
        writer.Line($"public {name}(string name, {args}{optional}, global::Pulumi.CustomResourceOptions? options = null)");
        writer.Line($"    : base({Writer.Quote(token)}, name, {(consts.Count > 0 ? "MakeArgs(args)" : $"args ?? new {args}()")}, MakeResourceOptions(options, \"\"))").Open("").Close();
        if (package.IsKubernetes)
        {
            writer.Line($"internal {name}(string name, global::System.Collections.Immutable.ImmutableDictionary<string, object?> dictionary, global::Pulumi.CustomResourceOptions? options = null)");
            writer.Line($"    : base({Writer.Quote(token)}, name, new global::Pulumi.DictionaryResourceArgs(dictionary), MakeResourceOptions(options, \"\"))").Open("").Close();
        }

        writer.Line($"private {name}(string name, global::Pulumi.Input<string> id, {(state ? $"{name}State? state = null, " : "")}global::Pulumi.CustomResourceOptions? options = null)");
        writer.Line($"    : base({Writer.Quote(token)}, name, {(state ? "state" : "null")}, MakeResourceOptions(options, id))").Open("").Close();
        if (consts.Count > 0)
        {
            writer.Open($"private static {args} MakeArgs({args}? args)").Line($"args ??= new {args}();");
            foreach (var property in consts)
            {
                writer.Line($"args.{MemberOf(name, property.Key, property.Value)} = {Writer.Quote(property.Value["const"].Text)};");
            }

            writer.Line("return args;").Close();
        }

        this.MakeResourceOptions(resource["aliases"], resource["secretOutputs"], resource["replaceOnChanges"]);
        writer.Line(state
            ? $"public static {name} Get(string name, global::Pulumi.Input<string> id, {name}State? state = null, global::Pulumi.CustomResourceOptions? options = null) => new {name}(name, id, state, options);"
            : $"public static {name} Get(string name, global::Pulumi.Input<string> id, global::Pulumi.CustomResourceOptions? options = null) => new {name}(name, id, options);");
        writer.Close();
    }

    private void OutputProperties(string name, Node resource)
    {
        var outputs = resource["required"].Texts;
        foreach (var property in resource["properties"].Members)
        {
            writer.Line($"[global::Pulumi.Output({Writer.Quote(property.Key)})] public global::Pulumi.Output<{this.OutputType(property.Value, outputs.Contains(property.Key), Form.Output)}> {MemberOf(name, property.Key, property.Value)} {{ get; private set; }} = null!;");
        }
    }

    /// <summary>The helper that puts the package's version, aliases and secrets into a resource's options.</summary>
    public void MakeResourceOptions(Node aliases, Node secretOutputs, Node replaceOnChanges, string options = "CustomResourceOptions")
    {
        writer.Open($"private static global::Pulumi.{options} MakeResourceOptions(global::Pulumi.{options}? options, global::Pulumi.Input<string>? id)");
        writer.Open($"var defaults = new global::Pulumi.{options}");
        writer.Line($"Version = global::{package.Root}.Utilities.Version,");
        this.Collection("Aliases", aliases, text => $"new global::Pulumi.Alias {{ Type = {text} }}");
        this.Collection("AdditionalSecretOutputs", secretOutputs, text => text);
        this.Collection("ReplaceOnChanges", replaceOnChanges, text => text);
        writer.Close("};").Line($"var merged = global::Pulumi.{options}.Merge(defaults, options);").Line("merged.Id = id ?? merged.Id;").Line("return merged;").Close();
    }

    /// <summary>A function and its arguments and result.</summary>
    public void Function(string token, Node function)
    {
        var name = Names.Upper(token.Substring(token.LastIndexOf(':') + 1));
        var (inputs, required) = (function["inputs"], function["requiredInputs"].Texts);
        var any = inputs.Members.Any();
        var (plain, lazy) = (required.Count == 0 ? $"{name}Args? args = null, " : $"{name}Args args, ", required.Count == 0 ? $"{name}InvokeArgs? args = null, " : $"{name}InvokeArgs args, ");
        this.Obsolete(function);
        writer.Open($"public static class {name}");
        const string Invoke = "global::Pulumi.Deployment.Instance.Invoke";
        foreach (var (method, arguments, returns, options, optional) in new[] { ("Async", plain, "global::System.Threading.Tasks.Task", "InvokeOptions", true), ("", lazy, "global::Pulumi.Output", "InvokeOptions", true), ("", lazy.Replace("? args = null", " args"), "global::Pulumi.Output", "InvokeOutputOptions", false) })
        {
            var call = !any ? "global::Pulumi.InvokeArgs.Empty" : method == "Async" ? $"args ?? new {name}Args()" : $"args ?? new {name}InvokeArgs()";
            writer.Line($"public static {returns}<{name}Result> Invoke{method}({(any ? arguments : "")}global::Pulumi.{options}{(optional ? "? options = null" : " options")})");
            writer.Line($"    => {Invoke}{method}<{name}Result>({Writer.Quote(token)}, {call}, global::{package.Root}.Utilities.WithDefaults(options));");
        }

        writer.Close();
        if (any)
        {
            this.PlainInputs($"{name}Args", "InvokeArgs", inputs, required);
            this.Inputs($"{name}InvokeArgs", "InvokeArgs", inputs, required, Form.InputArgs, isSealed: true);
        }

        this.Outputs($"{name}Result", function["outputs"], function["required"].Texts, Form.Result);
    }

    /// <summary>The C# name of a member: the schema's, if it has one; one that is called like its class gets the suffix Value.</summary>
    public static string MemberOf(string className, string wire, Node spec)
    {
        if (!spec["name"].IsMissing)
        {
            return spec["name"].Text;
        }

        var member = Names.Member(wire);
        var bare = className.EndsWith("Args", System.StringComparison.Ordinal) ? className.Substring(0, className.Length - 4) : className.EndsWith("State", System.StringComparison.Ordinal) ? className.Substring(0, className.Length - 5) : className;
        return member == className || member == bare ? member + "Value" : member;
    }

    private void InputProperty(string className, string wire, Node spec, bool required, Form form, bool json)
    {
        var (member, type, attribute) = (MemberOf(className, wire, spec), this.types.Input(spec, form), Attribute(wire, required, json));
        var field = "_" + Field(wire);
        if (TypeWriter.IsCollection(spec))
        {
            writer.Line($"{attribute} private {type}? {field};");
            this.Obsolete(spec);
            var set = spec["secret"].Flag ? $"{field} = global::{package.Root}.Utilities.Secret(value)" : $"{field} = value";
            writer.Line($"public {type} {member} {{ get => {field} ?? ({field} = new {type}()); set => {set}; }}");
        }
        else if (spec["secret"].Flag)
        {
            writer.Line($"{attribute} private {type}? {field};");
            writer.Line($"public {type}? {member} {{ get => {field}; set => {field} = global::{package.Root}.Utilities.Secret(value); }}");
        }
        else
        {
            writer.Line(required ? $"{attribute} public {type} {member} {{ get; set; }} = null!;" : $"{attribute} public {type}? {member} {{ get; set; }}");
        }
    }

    private void Obsolete(Node spec)
    {
        if (!spec["deprecationMessage"].IsMissing)
        {
            writer.Line($"[global::System.Obsolete({Writer.Quote(spec["deprecationMessage"].Text)})]");
        }
    }

    private string OutputType(Node spec, bool required, Form form) => this.types.Plain(spec, form) + (required || package.IsKubernetes || !TypeWriter.TakesNull(spec) ? "" : "?");

    private void Collection(string option, Node values, System.Func<string, string> element)
    {
        if (values.Items.Count > 0)
        {
            writer.Line($"{option} = {{ {string.Join(", ", values.Items.Select(value => element(Writer.Quote(value.Text))))} }},");
        }
    }

    /// <summary>The value that an input has by default, as a C# expression: null when only the environment may hold one and does not.</summary>
    public static string? Default(Node spec)
    {
        if (!spec["defaultInfo"].IsMissing)
        {
            var names = string.Join(", ", spec["defaultInfo"]["environment"].Items.Select(name => Writer.Quote(name.Text)));
            var method = spec["type"].Text switch { "boolean" => "GetEnvBoolean", "integer" => "GetEnvInt32", "number" => "GetEnvDouble", _ => "GetEnv" };
            return $"Utilities.{method}({names})" + spec["defaultInfo"]["value"].Value switch
            {
                string text => $" ?? {Writer.Quote(text)}",
                bool flag => flag ? " ?? true" : " ?? false",
                _ => "",
            };
        }

        return spec["default"].Value switch
        {
            bool flag => flag ? "true" : "false",
            double number => number.ToString(CultureInfo.InvariantCulture),
            string text => Writer.Quote(text),
            _ => null,
        };
    }

    private static string Attribute(string wire, bool required, bool json) => $"[global::Pulumi.Input({Writer.Quote(wire)}{(required ? ", required: true" : "")}{(json ? ", json: true" : "")})]";

    private static string Parameter(string wire, string type) => Identifier(wire) is var name && name.TrimStart('@') != wire ? $"[global::Pulumi.OutputConstructorParameter({Writer.Quote(wire)})] {type} {name}" : $"{type} {name}";

    private static string Field(string wire) => wire.TrimStart('$').Replace("-", "_");

    private static string Identifier(string wire) => "@" + Field(wire);
}
