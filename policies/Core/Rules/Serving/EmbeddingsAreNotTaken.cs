using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class EmbeddingsAreNotTaken() : ServerPolicy(new PolicyInfo
{
    Id = "serving-embeddings-are-not-taken",
    Title = "Callers send text, not tensors",
    Why = "Embeddings of a caller's are loaded as tensors, which has crashed and corrupted servers (CVE-2025-62164, CVE-2026-56340).",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0029")],
    Remediation = "Remove --enable-prompt-embeds and --enable-mm-embeds.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-prompt-embeds"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable_mm_embeds", "true"] }] }"""],
}, ServingEngine.Vllm)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Option("enable-prompt-embeds").MustNotBeOn().Concat(server.Option("enable-mm-embeds").IsOn ? server.Option("enable-mm-embeds").MustNotBeOn() : []);
}
