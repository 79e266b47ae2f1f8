using CsCheck;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Tests.Serving;

public sealed class ModelServerTests
{
    private const string Image = "r.example/vllm/vllm-openai:v0.32.0";

    [Theory]
    [InlineData("""{ "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-logprobs=5"] }""")]
    [InlineData("""{ "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-logprobs", "5"] }""")]
    [InlineData("""{ "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max_logprobs=5"] }""")]
    [InlineData("""{ "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-logprobs", 5] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["vllm", "serve", "/m", "--max-logprobs=5"] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["/opt/venv/bin/vllm", "serve"], "args": ["/m", "--max-logprobs=5"] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["python3", "-m", "vllm.entrypoints.openai.api_server"], "args": ["--max-logprobs=5"] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c"], "args": ["vllm serve /m --max-logprobs=5"] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["/bin/bash", "-ec", "sleep 1; exec vllm serve /m \\\n  --max-logprobs  '5'"] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c", "A=5; vllm serve /m --max-logprobs $A"] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c", "A=5; if [ -f /a ]; then A=6; fi; vllm serve /m --max-logprobs $A"] }""", "unknown")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c", "A=5; [ -f /a ] && A=6; vllm serve /m --max-logprobs $A"] }""", "unknown")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c", "vllm serve /m --max-logprobs ${A:-5}"] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c", "vllm serve /m $OPTIONS"], "env": [{ "name": "OPTIONS", "value": "--seed 1 --max-logprobs 5" }] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c", "ray start --head && vllm serve /m --max-logprobs=5 # fast"] }""")]
    [InlineData("""{ "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-logprobs=$(N)"], "env": [{ "name": "N", "value": "5" }] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["tini", "--", "vllm", "serve", "/m", "--max-logprobs=5"] }""")]
    public void An_option_is_found_in_every_spelling(string container, string expected = "5")
    {
        var setting = Server(container).Option("max-logprobs");
        Assert.Equal(expected, setting.IsKnown ? setting.Text : "unknown");
    }

    [Theory]
    [InlineData("""{ "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sha256sum"], "args": ["--check", "/manifest"] }""")]
    [InlineData("""{ "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sleep", "1"] }""")]
    [InlineData("""{ "image": "r.example/vllm-router:1" }""")]
    [InlineData("""{ "image": "r.example/web:1", "args": ["serve"] }""")]
    [InlineData("""{ "image": "r.example/web:1", "command": ["sh", "-c", "pip install vllm"] }""")]
    public void Other_programs_are_no_model_servers(string container) => Assert.Empty(Pod(container).Servers);

    [Theory]
    [InlineData("""{ "image": "r.example/lmsysorg/sglang:v0.5.5" }""", ServingEngine.Sglang)]
    [InlineData("""{ "image": "ghcr.io/huggingface/text-generation-inference:3.3.5" }""", ServingEngine.Tgi)]
    [InlineData("""{ "image": "nvcr.io/nvidia/tritonserver:25.07-py3" }""", ServingEngine.Triton)]
    [InlineData("""{ "image": "ollama/ollama" }""", ServingEngine.Ollama)]
    [InlineData("""{ "image": "ghcr.io/ggml-org/llama.cpp:server-cuda" }""", ServingEngine.LlamaCpp)]
    [InlineData("""{ "image": "r.example/own:1", "command": ["llama-server", "-m", "/m.gguf"] }""", ServingEngine.LlamaCpp)]
    public void Each_program_is_known(string container, ServingEngine engine) => Assert.Equal(engine, Server(container).Engine);

    [Fact]
    public void A_word_that_is_known_only_after_deployment_may_be_any_option()
    {
        var server = Server($$"""{ "image": "{{Image}}", "args": ["--seed=1", "{{Markers.UnknownText}}"] }""");
        Assert.Equal(SettingState.Unknown, server.Option("max-logprobs").State);
        Assert.True(server.Option("seed").IsKnown);
    }

    [Fact]
    public void A_later_option_replaces_an_earlier_one() =>
        Assert.Equal("2", Server($$"""{ "image": "{{Image}}", "args": ["--seed=1", "--seed", "2"] }""").Option("seed").Text);

    [Fact]
    public void A_negative_number_is_a_value() => Assert.Equal(-1, Server($$"""{ "image": "{{Image}}", "args": ["--max-logprobs", "-1"] }""").Option("max-logprobs").AsNumber);

    [Theory]
    [InlineData("trust-remote-code: true\n", 1)]
    [InlineData("# a comment\n\"trust_remote_code\": 'true' # on\nmodel: /m\n", 1)]
    [InlineData("{ \"trust-remote-code\": true }", 1)]
    [InlineData("model: /models\ntrust-remote-code: false\n", 0)]
    [InlineData("model: /models\n", 0)]
    public void A_configuration_file_in_a_config_map_is_read(string text, int violations)
    {
        var findings = Judge("serving-models-bring-no-code", Mounted, Map(text));
        Assert.Equal(violations, findings.OfType<Violation>().Count());
    }

    [Theory]
    [InlineData("\"args\": [\"--config\", \"config.yaml\"], \"workingDir\": \"/etc/vllm\"", "\"configMap\": { \"name\": \"c\" }")]
    [InlineData("\"args\": [\"--config=/etc/vllm/a.yaml\"]", "\"configMap\": { \"name\": \"c\", \"items\": [{ \"key\": \"config.yaml\", \"path\": \"a.yaml\" }] }")]
    [InlineData("\"args\": [\"--config=/etc/vllm/config.yaml\"]", "\"projected\": { \"sources\": [{ \"secret\": { \"name\": \"s\" } }, { \"configMap\": { \"name\": \"c\" } }] }")]
    public void A_configuration_file_is_found_wherever_it_is_mounted(string container, string volume)
    {
        var pod = $$"""{ "metadata": { "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "{{Image}}", {{container}}, "volumeMounts": [{ "name": "v", "mountPath": "/etc/vllm" }] }], "volumes": [{ "name": "v", {{volume}} }] } }""";
        Assert.IsType<Violation>(Assert.Single(Judge("serving-models-bring-no-code", pod, Map("trust-remote-code: true\n"))));
        Assert.Empty(Judge("serving-models-bring-no-code", pod, Map("seed: 1\n")));
    }

    [Fact]
    public void Of_two_names_of_an_option_the_last_one_counts() =>
        Assert.Equal("2", Server("""{ "image": "r.example/llama.cpp:server", "args": ["--ctx-size", "1", "-c", "2"] }""").Option("ctx-size", "c").Text);

    [Theory]
    [InlineData("LLAMA_ARG_ENDPOINT_SLOTS", "disabled", false)]
    [InlineData("LLAMA_ARG_ENDPOINT_SLOTS", "1", true)]
    [InlineData("LLAMA_ARG_NO_ENDPOINT_SLOTS", "1", false)]
    public void Variables_stand_for_options(string name, string value, bool expected) =>
        Assert.Equal(expected, Server($$"""{ "image": "r.example/llama.cpp:server", "env": [{ "name": "{{name}}", "value": "{{value}}" }] }""").Option("slots").IsOn);

    [Fact]
    public void Both_of_two_servers_are_judged()
    {
        var pod = Pod("""{ "image": "r.example/own:1", "command": ["bash", "-c", "vllm serve /a & vllm serve /b --trust-remote-code & wait"] }""");
        Assert.Equal(["/a", "/b"], pod.Servers.Select(server => server.Model.Text));
        Assert.Single(((WorkloadPolicy)PolicyPack.Kit.Find("serving-models-bring-no-code")!).Check(pod));
    }

    [Fact]
    public void A_required_option_may_be_in_the_file() =>
        Assert.Empty(Judge("serving-logprobs-are-off", Mounted, Map("max-logprobs: 0\n")));

    [Fact]
    public void A_required_option_that_is_in_neither_place_is_a_violation() =>
        Assert.IsType<Violation>(Assert.Single(Judge("serving-logprobs-are-off", Mounted, Map("seed: 0\n"))));

    [Fact]
    public void A_file_that_the_stack_does_not_have_is_undetermined() =>
        Assert.IsType<Undetermined>(Assert.Single(Judge("serving-logprobs-are-off", Mounted)));

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        var pod = Mounted.Replace("\"--config\"", "\"--max-logprobs=0\", \"--config\"", StringComparison.Ordinal);
        Assert.Empty(Judge("serving-logprobs-are-off", pod, Map("max-logprobs: 20\n")));
    }

    [Fact]
    public void Variables_come_from_config_maps_too()
    {
        const string pod = """{ "metadata": { "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "envFrom": [{ "configMapRef": { "name": "c" } }] }] } }""";
        Assert.Empty(Judge("serving-server-is-offline", pod, """{ "metadata": { "name": "c", "namespace": "n" }, "data": { "HF_HUB_OFFLINE": "1" } }"""));
        Assert.IsType<Violation>(Assert.Single(Judge("serving-server-is-offline", pod, """{ "metadata": { "name": "c", "namespace": "n" }, "data": { "HF_HUB_OFFLINE": "0" } }""")));
    }

    [Fact]
    public void A_key_is_never_in_a_message()
    {
        var policy = (WorkloadPolicy)PolicyPack.Kit.Find("serving-keys-are-not-arguments")!;
        var finding = Assert.Single(policy.Check(Pod($$"""{ "image": "{{Image}}", "args": ["--api-key=hunter2"] }""")));
        Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-logprobs=$(N)"], "env": [{ "name": "N", "value": SECRET }] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c", "A=$N; eval vllm serve /m --max-logprobs $A"], "env": [{ "name": "N", "value": SECRET }] }""")]
    [InlineData("""{ "image": "r.example/own:1", "command": ["sh", "-c", "vllm serve /m $OPTIONS"], "env": [{ "name": "OPTIONS", "value": SECRET }] }""")]
    public void A_secret_stays_one_through_variables(string container)
    {
        var secret = $$"""{ "{{Markers.SignatureKey}}": "{{Markers.SecretSignature}}", "value": "{{(container.Contains("OPTIONS", StringComparison.Ordinal) ? "--max-logprobs=" : "")}}4711" }""";
        var finding = Assert.Single(((WorkloadPolicy)PolicyPack.Kit.Find("serving-logprobs-are-off")!).Check(Pod(container.Replace("SECRET", secret, StringComparison.Ordinal))));
        Assert.IsType<Violation>(finding);
        Assert.DoesNotContain("4711", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_letter_the_case_counts() => Assert.Equal("8192", Server("""{ "image": "r.example/llama.cpp:server", "args": ["-c", "8192", "-C", "ff"] }""").Option("ctx-size", "c").Text);

    [Theory]
    [InlineData("sh -c 'A=ab; {0} vllm serve /m --max-logprobs $A'", "A=$A$A;")]
    [InlineData("sh -c 'vllm serve /m {0}' a 0123456789", "\"$@\" \"$@\" \"$@\" \"$@\" \"$@\" \"$@\"")]
    public void Variables_of_variables_do_not_grow_without_bound(string script, string part)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, script, string.Concat(Enumerable.Repeat(part + " ", 40_000)));
        Assert.Equal(SettingState.Unknown, Server($$"""{ "image": "r.example/own:1", "command": ["sh", "-c", {{System.Text.Json.JsonSerializer.Serialize(text)}}] }""").Option("max-logprobs").State);
    }

    [Fact]
    public void No_script_throws_or_hangs() => Gen.Char["av-=$(){}'\"\\;|&#`\n \t@*:"].Array[0, 60].Sample(
        characters =>
        {
            var script = System.Text.Json.JsonSerializer.Serialize("vllm serve " + new string(characters));
            var server = Server($$"""{ "image": "{{Image}}", "command": ["sh", "-c", {{script}}], "env": [{ "name": "a", "value": "$a -v" }] }""");
            Assert.NotEqual(SettingState.Elsewhere, server.Option("v").State);
        },
        seed: "0000KOIPe036", iter: 20_000);

    private const string Mounted = """
        { "metadata": { "namespace": "n" }, "spec": {
            "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--config", "/etc/vllm/config.yaml"], "volumeMounts": [{ "name": "v", "mountPath": "/etc/vllm" }] }],
            "volumes": [{ "name": "v", "configMap": { "name": "c" } }] } }
        """;

    private static string Map(string text) => $$"""{ "metadata": { "name": "c", "namespace": "n" }, "data": { "config.yaml": {{System.Text.Json.JsonSerializer.Serialize(text)}} } }""";

    private static ModelServer Server(string container) => Assert.Single(Pod(container).Servers);

    private static PodSpec Pod(string container) => PodSpec.Of(Resource(KubernetesTypes.Pod, $$"""{ "spec": { "containers": [{{container}}] } }""")).Single();

    private static List<Finding> Judge(string id, string pod, string? map = null)
    {
        var policy = (WorkloadPolicy)PolicyPack.Kit.Find(id)!;
        List<Resource> resources = [Resource(KubernetesTypes.Pod, pod)];
        if (map is not null)
        {
            resources.Add(Resource(KubernetesTypes.ConfigMap, map));
        }

        return [.. PodSpec.Of(resources[0]).SelectMany(policy.Check), .. policy.Check(new Stack(resources))];
    }

    private static Resource Resource(string type, string json) => new() { Type = type, Name = "a", Urn = $"urn:pulumi:s::p::{type}::a", Properties = PropertyValue.Parse(json) };
}
