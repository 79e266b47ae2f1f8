using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ModelsAreLocal() : ServerPolicy(new PolicyInfo
{
    Id = "serving-models-are-local",
    Title = "Models are read from a local path",
    Why = "A name is looked up in a public hub, where its content can change and its owner too.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Atlas("AML.T0010.003")],
    Remediation = "Name the path of a mounted volume.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["serve", "/models/a"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/lmsysorg/sglang:v0.5.5", "args": ["--model-path", "/m"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=meta-llama/Llama-3.1-8B"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["vllm"], "args": ["serve", "meta-llama/Llama-3.1-8B"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["--hf-repo", "a/b"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": [], "env": [{ "name": "LLAMA_ARG_MODEL_URL", "value": "https://a.example/m.gguf" }] }] }"""],
}, ServingEngine.Vllm, ServingEngine.Sglang, ServingEngine.Tgi, ServingEngine.Triton, ServingEngine.LlamaCpp)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Model.Must("be a path that begins with '/'", model => model.Text?.StartsWith('/') == true, whenAbsent: server.Engine is ServingEngine.LlamaCpp or ServingEngine.Triton);
}
