using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class LogprobsAreOff() : ServerPolicy(new PolicyInfo
{
    Id = "serving-logprobs-are-off",
    Title = "Log-probabilities are not given out",
    Why = "They let a caller train a copy of the model with a fraction of the requests, and read what it has memorized.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Atlas("AML.M0002"), Framework.Atlas("AML.T0024.002")],
    Remediation = "Set --max-logprobs=0.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-logprobs=0"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max_logprobs", "0"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["vllm serve /m --max-logprobs \\\n 0"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-logprobs=20"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--max-logprobs", "-1"] }] }"""],
}, ServingEngine.Vllm)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Option("max-logprobs").Must("set --max-logprobs=0", setting => setting.AsNumber == 0);
}
