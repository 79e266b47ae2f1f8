using System.Globalization;
using System.Text.Json.Nodes;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Tests.Serving;

/// <summary>The plain form of a model server's container: its program, its arguments one by one, and its variables. Spellings are made of it.</summary>
internal sealed record ServerLine(ServingEngine Engine, string Example, IReadOnlyList<string> Program, IReadOnlyList<string> Arguments, IReadOnlyList<(string Name, string Value)> Variables)
{
    /// <summary>The server of an example that has one in the plain form; null for scripts, and for variables that come from elsewhere.</summary>
    public static ServerLine? Of(string example)
    {
        var container = PropertyValue.Parse(example)["containers"]!.Items[0];
        var pod = PodOf(example);
        var command = Words(container["command"]);
        var variables = container["env"]?.Items ?? [];
        if (pod.Servers is not [{ IsOpaque: false } server] || pod.Containers.Count > 1 || command.Any(word => word.Contains(' ', StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)) || variables.Any(one => one["value"] is null))
        {
            return null;
        }

        List<string> words = [.. command, .. Words(container["args"])];
        if (command.Count == 0)
        {
            words.InsertRange(0, words is ["serve", ..] ? Start(server.Engine)[..1] : Start(server.Engine));
        }

        var rest = words.FindIndex(word => word.StartsWith('-') && word != "-m" && !word.StartsWith("-O", StringComparison.Ordinal));
        rest = rest < 0 ? words.Count : rest;
        return new(server.Engine, example, words[..rest], words[rest..], [.. variables.Select(one => (one["name"]!.Text, one["value"]!.Text))]);
    }

    /// <summary>The options with their values; null for a flag. Only long ones are renamed and rewritten.</summary>
    public IReadOnlyList<(string Name, string? Value)> Options
    {
        get
        {
            var options = new List<(string, string?)>();
            for (var i = 0; i < this.Arguments.Count; i++)
            {
                var (word, equals) = (this.Arguments[i], this.Arguments[i].IndexOf('=', StringComparison.Ordinal));
                var hasValue = equals < 0 && i + 1 < this.Arguments.Count && (!this.Arguments[i + 1].StartsWith('-') || double.TryParse(this.Arguments[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out _));
                options.Add(equals > 0 ? (word[..equals], word[(equals + 1)..]) : (word, hasValue ? this.Arguments[++i] : null));
            }

            return options;
        }
    }

    /// <summary>Whether the image alone tells the program.</summary>
    public bool IsKnownByItsImage => PodOf(this.Pod(null, null).ToJsonString()).Servers.Count == 1;

    /// <summary>All words.</summary>
    public IEnumerable<string> Words() => this.Program.Concat(this.Arguments);

    /// <summary>All words as a shell must be given them.</summary>
    public string Script() => string.Join(' ', this.Words().Select(Quoted));

    /// <summary>The pod of the example with that command, those variables, and a volume of the ConfigMap <c>c</c> at /etc/server.</summary>
    public JsonObject Pod(IEnumerable<string>? command, IEnumerable<string>? args, IEnumerable<(string Name, string Value)>? variables = null)
    {
        var pod = JsonNode.Parse(this.Example)!.AsObject();
        var container = pod["containers"]![0]!.AsObject();
        container["command"] = Array(command?.Select(word => (JsonNode)word));
        container["args"] = Array(args?.Select(word => (JsonNode)word));
        container["env"] = Array((variables ?? this.Variables).Select(one => new JsonObject { ["name"] = one.Name, ["value"] = one.Value }));
        container["volumeMounts"] ??= new JsonArray();
        container["volumeMounts"]!.AsArray().Add(new JsonObject { ["name"] = "server", ["mountPath"] = "/etc/server" });
        pod["volumes"] ??= new JsonArray();
        pod["volumes"]!.AsArray().Add(new JsonObject { ["name"] = "server", ["configMap"] = new JsonObject { ["name"] = "c" } });
        return pod;

        JsonArray? Array(IEnumerable<JsonNode?>? items) => items is null ? null : new([.. items]);
    }

    /// <summary>A word in single quotes.</summary>
    public static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static PodSpec PodOf(string spec) => PodSpec.Of(new Resource { Type = KubernetesTypes.Pod, Name = "a", Urn = "urn:pulumi:s::p::kubernetes:core/v1:Pod::a", Properties = PropertyValue.MapOf([KeyValuePair.Create("spec", PropertyValue.Parse(spec))]) }).Single();

    private static string[] Start(ServingEngine engine) => engine switch
    {
        ServingEngine.Vllm => ["vllm", "serve"],
        ServingEngine.Sglang => ["python3", "-m", "sglang.launch_server"],
        ServingEngine.Tgi => ["text-generation-launcher"],
        ServingEngine.Triton => ["tritonserver"],
        ServingEngine.Ollama => ["ollama", "serve"],
        _ => ["/app/llama-server"],
    };

    private static List<string> Words(PropertyValue? list) => [.. list?.Items.Select(item => item.Text) ?? []];
}
