using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ServerHasNoDevelopmentRoutes() : ServerPolicy(new PolicyInfo
{
    Id = "serving-server-has-no-development-routes",
    Title = "Routes for development are off",
    Why = "They pause the server, profile it, change its weights or show its tokenizer to anybody who reaches it.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion, Threat.ModelStealing],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0029")],
    Remediation = "Remove VLLM_SERVER_DEV_MODE and the options that add such routes.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_SERVER_DEV_MODE", "value": "0" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["--metrics", "--no-slots"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_SERVER_DEV_MODE", "value": "1" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-sleep-mode"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-tokenizer-info-endpoint"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--profiler-config={\"profiler\":\"torch\"}"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["--slots"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["--no-slots", "--props"] }] }"""],
}, ServingEngine.Vllm, ServingEngine.LlamaCpp)
{
    protected override IEnumerable<Finding> Check(ModelServer server)
    {
        foreach (var finding in server.Variable("VLLM_SERVER_DEV_MODE").MustNotBeOn().Concat(server.Variable("VLLM_TORCH_PROFILER_DIR").MustNotBeOn()))
        {
            yield return finding;
        }

        if (server.Engine == ServingEngine.LlamaCpp)
        {
            foreach (var finding in server.Option("slots").Must("set --no-slots", setting => !setting.IsOn)) // shows what others ask, and is on by default
            {
                yield return finding;
            }
        }

        string[] refused = server.Engine == ServingEngine.LlamaCpp ? ["props"] : ["enable-sleep-mode", "profiler-config", "enable-tokenizer-info-endpoint", "enable-fault-tolerance", "tokens-only"];
        foreach (var option in refused.Select(name => server.Option(name)).Where(option => option.IsOn))
        {
            yield return option.Violation($"not set {option.Name}");
        }
    }
}
