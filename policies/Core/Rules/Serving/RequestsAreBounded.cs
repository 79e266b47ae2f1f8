using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class RequestsAreBounded() : ServerPolicy(new PolicyInfo
{
    Id = "serving-requests-are-bounded",
    Title = "A request can ask for no more than a bounded amount of work",
    Why = "Without bounds the model's own maximum applies, and a few requests hold the GPU for minutes.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0034.001"), Framework.Atlas("AML.T0029")],
    Remediation = "Set the longest context and the most sequences at once: --max-model-len and --max-num-seqs, or what the server calls them.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-model-len=8192", "--max-num-seqs=32"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--context-length", "8192", "--max-running-requests", "32"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/text-generation-inference:3", "args": [], "env": [{ "name": "MAX_TOTAL_TOKENS", "value": "8192" }, { "name": "MAX_CONCURRENT_REQUESTS", "value": "32" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["-c", "8192", "-np", "4"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/ollama/ollama:0.12.0", "args": ["serve"], "env": [{ "name": "OLLAMA_MAX_QUEUE", "value": "32" }, { "name": "OLLAMA_NUM_PARALLEL", "value": "2" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-model-len=8192"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-num-seqs=32"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-model-len", "-1", "--max-num-seqs", "32"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--context-length", "8192"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/ollama/ollama:0.12.0", "args": ["serve"], "env": [{ "name": "OLLAMA_NUM_PARALLEL", "value": "2" }] }] }"""],
}, ServingEngine.Vllm, ServingEngine.Sglang, ServingEngine.Tgi, ServingEngine.LlamaCpp, ServingEngine.Ollama)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Engine switch
        {
            ServingEngine.Vllm => Bound(server.Option("max-model-len"), "--max-model-len").Concat(Bound(server.Option("max-num-seqs"), "--max-num-seqs")),
            ServingEngine.Sglang => Bound(server.Option("context-length"), "--context-length").Concat(Bound(server.Option("max-running-requests"), "--max-running-requests")),
            ServingEngine.Tgi => Bound(server.Option("max-total-tokens"), "--max-total-tokens").Concat(Bound(server.Option("max-concurrent-requests"), "--max-concurrent-requests")),
            ServingEngine.LlamaCpp => Bound(server.Option("ctx-size", "c"), "--ctx-size").Concat(Bound(server.Option("parallel", "np"), "--parallel")),
            _ => Bound(server.Variable("OLLAMA_MAX_QUEUE"), "OLLAMA_MAX_QUEUE").Concat(Bound(server.Variable("OLLAMA_NUM_PARALLEL"), "OLLAMA_NUM_PARALLEL")),
        };

    // Servers also take 8k, 32K and 1M.
    private static IEnumerable<Finding> Bound(Setting setting, string name) =>
        setting.Must($"set {name} to a number above 0", found => found.AsNumber > 0 || (found.Text is { Length: > 1 } text && "kKmM".Contains(text[^1], StringComparison.Ordinal) && char.IsAsciiDigit(text[0])));
}
