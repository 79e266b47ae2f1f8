using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ModelsBringNoCode() : ServerPolicy(new PolicyInfo
{
    Id = "serving-models-bring-no-code",
    Title = "Model servers run no code of the model's",
    Why = "With it, whoever can change a model repository runs code beside the weights, the prompts and the GPU.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Atlas("AML.T0011.000"), Framework.Atlas("AML.M0011")],
    Remediation = "Remove --trust-remote-code, and serve models of an architecture that the server knows.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--no-trust-remote-code"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/huggingface/text-generation-inference:3.3.5", "args": [], "env": [{ "name": "TRUST_REMOTE_CODE", "value": "false" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--trust-remote-code"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--trust_remote_code", "true"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["exec vllm serve /models --trust-remote-code"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["vllm serve /models $EXTRA"], "env": [{ "name": "EXTRA", "value": "--max-num-seqs 4 --trust-remote-code" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/huggingface/text-generation-inference:3.3.5", "args": [], "env": [{ "name": "TRUST_REMOTE_CODE", "value": "true" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/a:1", "command": ["python3", "-m", "sglang.launch_server"], "args": ["--model-path", "/models", "--trust-remote-code"] }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Option("trust-remote-code").MustNotBeOn()
            .Concat(server.Variable("VLLM_ALLOW_INSECURE_SERIALIZATION").MustNotBeOn()); // pickled objects of callers
}
