using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class KeysAreNotArguments() : ServerPolicy(new PolicyInfo
{
    Id = "serving-keys-are-not-arguments",
    Title = "Keys are not arguments",
    Why = "Whoever lists processes, reads the pod or its logs has them.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Atlas("AML.T0055"), Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Give the key by a variable from a Secret, or by a file.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--api-key=$(API_KEY)"], "env": [{ "name": "API_KEY", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["--api-key-file", "/keys"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--api-key=abc"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--api_key", "abc"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--hf-token=hf_abc"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["--api-key", "abc"] }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        Keys.Select(name => server.Option(name)).Where(option => option.IsKnown && option.Text is { Length: > 0 }).Select(option => option.Violation($"not hold {option.Name}", secret: true));

    private static readonly string[] Keys = ["api-key", "hf-token", "hft", "admin-api-key", "ssl-keyfile-password", "auth-token"];
}
