using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class WeightsAreSafetensors() : ServerPolicy(new PolicyInfo
{
    Id = "serving-weights-are-safetensors",
    Title = "Weights are loaded from a format that holds no code",
    Why = "Pickled weights run code when they are loaded.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Atlas("AML.T0011.000"), Framework.Atlas("AML.T0018.002")],
    Remediation = "Set --load-format=safetensors.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--load-format=safetensors"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--load_format", "runai_streamer"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--load-format", "safetensors"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--load-format=pt"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--load-format", "auto"] }] }"""],
}, ServingEngine.Vllm, ServingEngine.Sglang)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Option("load-format").Must("set --load-format=safetensors", format => format.Text?.Trim().ToLowerInvariant() is "safetensors" or "fastsafetensors" or "runai_streamer" or "runai_streamer_sharded" or "gguf" or "instanttensor");
}
