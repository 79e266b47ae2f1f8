using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ServerIsOffline() : ServerPolicy(new PolicyInfo
{
    Id = "serving-server-is-offline",
    Title = "Model servers fetch nothing at run time",
    Why = "A server that asks a hub for files runs whatever the hub answers, and tells it what you serve.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain, Threat.ModelStealing],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Atlas("AML.T0010.003")],
    Remediation = "Set HF_HUB_OFFLINE=1 and serve from a local path; set OLLAMA_NO_CLOUD and pull models beforehand for Ollama.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"], "env": [{ "name": "HF_HUB_OFFLINE", "value": "1" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["serve", "/models"], "env": [{ "name": "TRANSFORMERS_OFFLINE", "value": "1" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["export HF_HUB_OFFLINE=1; vllm serve /models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["HF_HUB_OFFLINE=1 vllm serve /models"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=meta/a"], "env": [{ "name": "HF_HUB_OFFLINE", "value": "0" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["vllm serve /models"] }] }"""],
}, ServingEngine.Vllm, ServingEngine.Sglang, ServingEngine.Tgi)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Variable("HF_HUB_OFFLINE").State == SettingState.Absent && server.Variable("TRANSFORMERS_OFFLINE").IsOn ? [] // which is looked at only where the other is not set
         : server.Variable("HF_HUB_OFFLINE").Must("set HF_HUB_OFFLINE=1", setting => setting.IsOn);
}
