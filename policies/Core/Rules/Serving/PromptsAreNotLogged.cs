using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class PromptsAreNotLogged() : ServerPolicy(new PolicyInfo
{
    Id = "serving-prompts-are-not-logged",
    Title = "Prompts and answers are not logged",
    Why = "A log of prompts is a store of personal data and secrets that nobody guards.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Atlas("AML.T0057")],
    Remediation = "Remove --enable-log-requests and --enable-log-outputs and set --max-log-len=0; do the same for what your server calls them.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-log-len=0"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--disable-log-requests", "--max-log-len", "0"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--model-path", "/m"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/ollama/ollama:0.12.0", "args": ["serve"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-log-len=0", "--enable-log-requests"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-log-outputs", "--max-log-len=0"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_LOGGING_LEVEL", "value": "DEBUG" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--log-requests", "--log-requests-level", "3"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["-v"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["-lv", "5"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/ollama/ollama:0.12.0", "args": ["serve"], "env": [{ "name": "OLLAMA_DEBUG", "value": "2" }] }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server)
    {
        foreach (var option in new[] { "enable-log-requests", "enable-log-outputs", "log-requests" }.Select(name => server.Option(name)).Where(option => option.IsOn))
        {
            yield return option.Violation($"not set {option.Name}");
        }

        var debug = server.Engine switch
        {
            ServingEngine.Vllm => server.Variable("VLLM_LOGGING_LEVEL") is { IsKnown: true } level && level.Text?.Trim().ToUpperInvariant() is "DEBUG" or "TRACE" ? level : null as Setting?,
            ServingEngine.Ollama => server.Variable("OLLAMA_DEBUG") is { IsOn: true } level ? level : null as Setting?,
            ServingEngine.LlamaCpp => server.Option("verbose", "v", "log-verbose") is { IsOn: true } level ? level
                : server.Option("log-verbosity", "verbosity", "lv") is { AsNumber: > 3 } number ? number : null as Setting?, // 4 traces
            _ => null,
        };
        if (debug is { } found)
        {
            yield return found.Violation("not log in detail, which includes prompts");
        }
        else if (server.Engine == ServingEngine.Vllm && !server.Option("enable-log-requests").IsOn && !server.Option("enable-log-outputs").IsOn && server.Option("max-log-len") is { IsKnown: true } length && length.AsNumber != 0)
        {
            yield return length.Violation("set --max-log-len=0");
        }
    }
}
