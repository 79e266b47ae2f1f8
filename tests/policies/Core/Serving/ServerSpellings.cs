using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Tests.Serving;

/// <summary>The ways to write the same model server: each makes of a plain line a pod specification and what a ConfigMap beside it holds; null where a server cannot be written so.</summary>
internal static class ServerSpellings
{
    private const string Options = "OPTIONS";

    public static IReadOnlyDictionary<string, Func<ServerLine, (JsonObject Pod, IReadOnlyList<(string Key, string Value)> Data)?>> All { get; } = new Dictionary<string, Func<ServerLine, (JsonObject, IReadOnlyList<(string, string)>)?>>(StringComparer.Ordinal)
    {
        ["plain"] = line => Plain(line.Pod(line.Program, line.Arguments)),
        ["command only"] = line => Plain(line.Pod(line.Words(), null)),
        ["with equals signs"] = line => Plain(line.Pod(line.Program, line.Options.SelectMany(Together))),
        ["in two words"] = line => Plain(line.Pod(line.Program, line.Options.SelectMany(Apart))),
        ["underscores"] = line => line.Engine != ServingEngine.Vllm ? null : Plain(line.Pod(line.Program, line.Options.SelectMany(option => Apart((Underscored(option.Name), option.Value))))),
        ["members with dots"] = line => line.Engine != ServingEngine.Vllm || !line.Options.Any(option => option.Value?.StartsWith('{') == true) ? null : Plain(line.Pod(line.Program, line.Options.SelectMany(Dotted))),
        ["negated flags"] = line => !line.Options.Any(IsFalse) ? null : Plain(line.Pod(line.Program, line.Options.SelectMany(option => IsFalse(option) ? [$"--no-{option.Name[2..]}"] : Apart(option)))),
        ["Python module"] = line => line.Engine != ServingEngine.Vllm || line.Program is not ["vllm", "serve", ..] ? null : Plain(line.Pod(["python3", "-m", "vllm.entrypoints.openai.api_server"], [.. line.Program.Skip(2).SelectMany(model => new[] { "--model", model }), .. line.Arguments])),
        ["sh -c"] = line => Plain(line.Pod(["sh", "-c"], [line.Script()])),
        ["bash -lc in the command"] = line => Plain(line.Pod(["/bin/bash", "-lc", line.Script()], null)),
        ["bash with options"] = line => Plain(line.Pod(["bash", "-o", "pipefail", "-euxc"], [line.Script()])),
        ["exec after &&"] = line => Plain(line.Pod(["sh", "-c"], [$"cd /srv && exec {line.Script()}"])),
        ["after a sleep, to a log"] = line => Plain(line.Pod(["sh", "-c"], [$"sleep 5; {line.Script()} 2>&1 | tee /tmp/log"])),
        ["continued lines"] = line => Plain(line.Pod(["sh", "-c"], [string.Join(" \\\n    ", line.Words().Select(ServerLine.Quoted)) + "\n"])),
        ["heredoc"] = line => Plain(line.Pod(["sh", "-c"], [$"set -e\nbash <<'EOF'\n{line.Script()}\nEOF\n"])),
        ["script written by a heredoc"] = line => Plain(line.Pod(["bash", "-c"], [$"cat > /tmp/start.sh <<'EOF'\n#!/bin/sh\n{line.Script()}\nEOF\nchmod +x /tmp/start.sh\nexec /tmp/start.sh"])),
        ["nested shells"] = line => Plain(line.Pod(["sh", "-c"], [$"exec bash -c {ServerLine.Quoted(line.Script())}"])),
        ["eval"] = line => Plain(line.Pod(["sh", "-c"], [$"eval {ServerLine.Quoted(line.Script())}"])),
        ["parameters of the script"] = line => Plain(line.Pod(["sh", "-c", $"exec {string.Join(' ', line.Program.Select(ServerLine.Quoted))} \"$@\"", "start"], line.Arguments)),
        ["behind wrappers"] = line => Plain(line.Pod(["tini", "--", "numactl", "--interleave=all", .. line.Words()], null)),
        ["variables in front"] = line => Plain(line.Pod(["env", .. line.Variables.Select(one => $"{one.Name}={one.Value}"), .. line.Words()], null, [])),
        ["exported variables"] = line => Plain(line.Pod(["sh", "-c"], [string.Concat(line.Variables.Select(one => $"export {one.Name}={ServerLine.Quoted(one.Value)}\n")) + line.Script()], [])),
        ["variables of Kubernetes"] = line => Plain(line.Pod(line.Program, line.Options.SelectMany((option, index) => Apart((option.Name, option.Value is null ? null : $"$(V{index})"))), Values(line))),
        ["variables of the shell"] = line => Plain(line.Pod(["sh", "-c"], [Referring(line)], Values(line))),
        ["variables of the script"] = line => Plain(line.Pod(["sh", "-c"], [string.Concat(line.Options.Select((option, index) => option.Value is null ? "" : $"V{index}={ServerLine.Quoted(option.Value)}\n")) + Referring(line)])),
        ["defaults of variables"] = line => line.Options.Any(option => option.Value?.IndexOfAny(['}', '"']) >= 0) ? null : Plain(line.Pod(["sh", "-c"], [string.Join(' ', line.Program.Concat(line.Options.Select((option, index) => option.Value is null ? option.Name : $"{option.Name} \"${{V{index}:-{option.Value}}}\"")))])),
        ["all options in one variable"] = line => line.Arguments.Any(word => word.Contains(' ', StringComparison.Ordinal)) ? null : Plain(line.Pod(["sh", "-c"], [$"exec {string.Join(' ', line.Program)} ${Options}"], [.. line.Variables, (Options, string.Join(' ', line.Arguments))])),
        ["an empty variable behind"] = line => Plain(line.Pod(["sh", "-c"], [$"{line.Script()} ${Options}"], [.. line.Variables, (Options, "")])),
        ["variables from a ConfigMap"] = line => line.Variables.Count == 0 ? null : (FromMap(line.Pod(line.Program, line.Arguments, [])), line.Variables),
        ["variables from keys of a ConfigMap"] = line => line.Variables.Count == 0 ? null : (FromKeys(line.Pod(line.Program, line.Arguments)), line.Variables),
        ["values from keys of a ConfigMap"] = line => Values(line) is var values && values.Count == 0 ? null
            : (FromKeys(line.Pod(line.Program, line.Options.SelectMany((option, index) => Together((option.Name, option.Value is null ? null : $"$(V{index})"))), values)), values),
        ["configuration file"] = line => Filed(line, (name, value) => $"{name}: {(value is null ? "true" : value.StartsWith('{') || value.StartsWith('[') || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? value : JsonSerializer.Serialize(value))}\n", text => text),
        ["configuration file with objects over several lines"] = line => !line.Options.Any(option => option.Value?.StartsWith('{') == true) ? null
            : Filed(line, (name, value) => value is null ? $"{name}: true\n" : value.StartsWith('{') ? $"{name}:\n{string.Concat(JsonDocument.Parse(value).RootElement.EnumerateObject().Select(member => $"  {member.Name}: {member.Value.GetRawText()}\n"))}" : $"{name}: {JsonSerializer.Serialize(value)}\n", text => text),
        ["configuration file in JSON"] = line => Filed(line, (name, value) => $"{JsonSerializer.Serialize(name)}: {(value is null ? "true" : value.StartsWith('{') || value.StartsWith('[') ? value : JsonSerializer.Serialize(value))}, ", text => $"{{ {text.TrimEnd(' ', ',')} }}"),
        ["script in a ConfigMap"] = line => !line.IsKnownByItsImage ? null : (line.Pod(["/bin/sh", "/etc/server/start.sh"], null), [("start.sh", $"#!/bin/sh\nset -e\nexec {line.Script()}\n")]),
        ["script in a ConfigMap with parameters"] = line => !line.IsKnownByItsImage ? null : (line.Pod(["/etc/server/start.sh"], line.Arguments), [("start.sh", $"#!/bin/sh\nexec {string.Join(' ', line.Program.Select(ServerLine.Quoted))} \"$@\"\n")]),
        ["variables of the program"] = line => Variable(line, "") is null ? null : Plain(line.Pod(line.Program, [], [.. line.Variables, .. line.Options.Select(option => (Variable(line, option.Name)!, option.Value ?? "true"))])),
        ["second of two servers"] = line => line.Engine is ServingEngine.Ollama or ServingEngine.Triton ? null : Plain(line.Pod(["bash", "-c"], [$"{line.Script()} & {line.Script()} & wait"])),
    };

    private static (JsonObject, IReadOnlyList<(string, string)>)? Plain(JsonObject pod) => (pod, []);

    private static string[] Apart((string Name, string? Value) option) => option.Value is null ? [option.Name] : [option.Name, option.Value];

    private static string[] Together((string Name, string? Value) option) => option.Value is null || !option.Name.StartsWith("--", StringComparison.Ordinal) ? Apart(option) : [$"{option.Name}={option.Value}"];

    // Members behind a dot keep their names.
    private static string Underscored(string name) => name.Split('.') is [var option, .. var members] ? string.Join('.', [option[..2] + option[2..].Replace('-', '_'), .. members]) : name;

    private static bool IsFalse((string Name, string? Value) option) => option.Value == "false" && option.Name.StartsWith("--", StringComparison.Ordinal);

    private static IEnumerable<string> Dotted((string Name, string? Value) option) => option.Value?.StartsWith('{') == true
        ? JsonDocument.Parse(option.Value).RootElement.EnumerateObject().SelectMany(member => new[] { $"{option.Name}.{member.Name}", member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText() })
        : Apart(option);

    private static List<(string Name, string Value)> Values(ServerLine line) =>
        [.. line.Variables, .. line.Options.Select((option, index) => ($"V{index}", option.Value!)).Where(one => one.Item2 is not null)];

    private static string Referring(ServerLine line) =>
        string.Join(' ', line.Program.Select(ServerLine.Quoted).Concat(line.Options.Select((option, index) => option.Value is null ? option.Name : option.Name.StartsWith("--", StringComparison.Ordinal) ? $"{option.Name}=\"${{V{index}}}\"" : $"{option.Name} \"$V{index}\"")));

    private static JsonObject FromMap(JsonObject pod)
    {
        pod["containers"]![0]!["envFrom"] = new JsonArray(new JsonObject { ["configMapRef"] = new JsonObject { ["name"] = "c" } });
        return pod;
    }

    private static JsonObject FromKeys(JsonObject pod)
    {
        foreach (var variable in pod["containers"]![0]!["env"]!.AsArray().Select(one => one!.AsObject()))
        {
            variable.Remove("value");
            variable["valueFrom"] = new JsonObject { ["configMapKeyRef"] = new JsonObject { ["name"] = "c", ["key"] = variable["name"]!.GetValue<string>() } };
        }

        return pod;
    }

    private static (JsonObject, IReadOnlyList<(string, string)>)? Filed(ServerLine line, Func<string, string?, string> write, Func<string, string> whole) =>
        line.Engine is not (ServingEngine.Vllm or ServingEngine.Sglang) || line.Options.Count == 0 || line.Options.Any(option => !option.Name.StartsWith("--", StringComparison.Ordinal)) ? null
        : (line.Pod(line.Program, ["--config", "/etc/server/server.yaml"]), [("server.yaml", whole(string.Concat(line.Options.Select(option => write(option.Name[2..], option.Value)))))]);

    // TGI reads every option from a variable, llama.cpp the most, if not its short names.
    private static string? Variable(ServerLine line, string option) => line.Options.Count == 0 || line.Options.Any(one => !one.Name.StartsWith("--", StringComparison.Ordinal)) ? null : line.Engine switch
    {
        ServingEngine.Tgi => Upper(option),
        ServingEngine.LlamaCpp when line.Options.All(one => one.Name != "--api-key") => $"LLAMA_ARG_{option switch { "--no-slots" => "NO_ENDPOINT_SLOTS", "--slots" or "--props" or "--metrics" => "ENDPOINT_" + Upper(option), _ => Upper(option) }}",
        _ => null,
    };

    private static string Upper(string option) => option.TrimStart('-').Replace('-', '_').ToUpperInvariant();
}
