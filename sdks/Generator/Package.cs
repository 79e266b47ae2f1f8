using System.Collections.Generic;
using System.Linq;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>In which form a nested type is written.</summary>
internal enum Form
{
    /// <summary>Arguments of a resource: inputs.</summary>
    Args,

    /// <summary>State for a lookup: inputs, named apart.</summary>
    GetArgs,

    /// <summary>What a resource answers.</summary>
    Output,

    /// <summary>Arguments of a function: plain values.</summary>
    Plain,

    /// <summary>Arguments of a function: inputs.</summary>
    InputArgs,

    /// <summary>What a function answers.</summary>
    Result,
}

/// <summary>A provider's package: where its types live and how they are called in C#.</summary>
internal sealed class Package
{
    private readonly Dictionary<string, HashSet<Form>> used = [];

    public Package(Node schema)
    {
        this.Schema = schema;
        this.Name = schema["name"].Text;
        this.IsKubernetes = this.Name == "kubernetes";
        this.Root = "Pulumi." + Names.Upper(this.Name);
        foreach (var resource in schema["resources"].Members)
        {
            this.Use(resource.Value["inputProperties"], Form.Args);
            this.Use(resource.Value["properties"], Form.Output);
            this.Use(resource.Value["stateInputs"], Form.GetArgs);
        }

        foreach (var function in schema["functions"].Members)
        {
            this.Use(function.Value["inputs"], Form.Plain);
            this.Use(function.Value["inputs"], Form.InputArgs);
            this.Use(function.Value["outputs"], Form.Result);
        }

        this.Use(schema["provider"]["inputProperties"], Form.Args);
    }

    public Node Schema { get; }

    public string Name { get; }

    public string Root { get; }

    public bool IsKubernetes { get; }

    public IEnumerable<KeyValuePair<string, HashSet<Form>>> UsedTypes => this.used;

    /// <summary>The namespace of resources of a module.</summary>
    public string NamespaceOf(string token) => Join(this.Root, Names.Namespace(this.ModuleOf(token)));

    /// <summary>The module of a token: the part before the last slash of a bridged provider's, all of a Kubernetes one's.</summary>
    public string ModuleOf(string token)
    {
        var module = token.Split(':')[1];
        if (this.IsKubernetes)
        {
            return module == "index" ? "" : Canonical(module);
        }

        var slash = module.LastIndexOf('/');
        return slash < 0 ? module : module.Substring(0, slash);
    }

    /// <summary>The namespace of nested types, and of a Kubernetes resource's arguments.</summary>
    public string NestedNamespace(string token, bool inputs)
    {
        var module = Names.Namespace(this.ModuleOf(token));
        var side = inputs ? "Inputs" : "Outputs";
        return this.IsKubernetes ? Join($"{this.Root}.Types.{side}", module.Length == 0 ? NestedRoot(token) : module) : Join(Join(this.Root, module), side);
    }

    // The Helm settings of the provider stand in a namespace of their own.
    private static string NestedRoot(string token) => token.EndsWith(":KubeClientSettings", System.StringComparison.Ordinal) || token.EndsWith(":HelmReleaseSettings", System.StringComparison.Ordinal) ? "Provider" : "";

    /// <summary>The C# name of a nested type in a form, without namespace.</summary>
    public static string NestedName(string token, Form form)
    {
        var name = Names.Upper(token.Substring(token.LastIndexOf(':') + 1));
        return form switch
        {
            Form.Args or Form.Plain => name + "Args",
            Form.GetArgs => name + "GetArgs",
            Form.InputArgs => name + "InputArgs",
            Form.Result => name.EndsWith("Result", System.StringComparison.Ordinal) ? name : name + "Result",
            _ => name,
        };
    }

    public string NestedType(string token, Form form) => $"global::{this.NestedNamespace(token, form is not (Form.Output or Form.Result))}.{NestedName(token, form)}";

    public Node TypeOf(string token) => this.Schema["types"][token];

    /// <summary>Whether a nested type is an enumeration.</summary>
    public bool IsEnum(string token) => !this.TypeOf(token)["enum"].IsMissing;

    public static string Reference(Node spec) => spec["$ref"].Text is { Length: > 8 } reference && reference.StartsWith("#/types/", System.StringComparison.Ordinal) ? reference.Substring(8) : "";

    public static string Join(string left, string right) => right.Length == 0 ? left : $"{left}.{right}";

    // Resource tokens keep the API group, nested types have the package's folder: networking.k8s.io/v1 and networking/v1.
    private static string Canonical(string module)
    {
        var slash = module.IndexOf('/');
        return slash < 0 ? module : module.Substring(0, slash).Split('.')[0] + module.Substring(slash);
    }

    private void Use(Node properties, Form form)
    {
        foreach (var property in properties.Members)
        {
            this.UseSpec(property.Value, form);
        }
    }

    private void UseSpec(Node spec, Form form)
    {
        var token = Reference(spec);
        if (token.Length > 0)
        {
            if (!this.used.TryGetValue(token, out var forms))
            {
                this.used[token] = forms = [];
            }

            if (forms.Add(form))
            {
                this.Use(this.TypeOf(token)["properties"], form);
            }
        }

        if (!spec["items"].IsMissing)
        {
            this.UseSpec(spec["items"], form);
        }

        if (!spec["additionalProperties"].IsMissing)
        {
            this.UseSpec(spec["additionalProperties"], form);
        }

        foreach (var one in spec["oneOf"].Items)
        {
            this.UseSpec(one, form);
        }
    }
}
