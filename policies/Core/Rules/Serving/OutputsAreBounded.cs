using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class OutputsAreBounded() : ServerPolicy(new PolicyInfo
{
    Id = "serving-outputs-are-bounded",
    Title = "The server bounds the length of every answer",
    Why = "A caller who leaves max_tokens out, or asks for the most, ties up the server and runs up the bill; the budget of the gateway is counted only afterwards.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.ResourceExhaustion, Threat.ModelStealing],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0034.001")],
    Remediation = "Set max_new_tokens in --override-generation-config.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--override-generation-config={\"max_new_tokens\":1024}"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--override-generation-config", "{\"max_new_tokens\": 1024, \"temperature\": 0}"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--override-generation-config.max_new_tokens=1024"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--override-generation-config={\"temperature\":0}"] }] }"""],
}, ServingEngine.Vllm)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.OptionMember("override-generation-config", "max_new_tokens").Must("bound the answers: --override-generation-config={\"max_new_tokens\":…}", setting => setting.AsNumber > 0);
}
