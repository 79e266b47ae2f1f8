using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ChoicesAreBounded() : ServerPolicy(new PolicyInfo
{
    Id = "serving-choices-are-bounded",
    Title = "A request can ask for few answers at once",
    Why = "One request with n=16384 does the work of thousands, and counts as one (CVE-2026-34756).",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.ResourceExhaustion, Threat.ModelStealing],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0034.001")],
    Remediation = "Set VLLM_MAX_N_SEQUENCES to 8 or less; --max-best-of for Text Generation Inference.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_MAX_N_SEQUENCES", "value": "8" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/text-generation-inference:3", "args": ["--max-best-of", "1"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/text-generation-inference:3", "args": [] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_MAX_N_SEQUENCES", "value": "16384" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/text-generation-inference:3", "args": [], "env": [{ "name": "MAX_BEST_OF", "value": "64" }] }] }"""],
}, ServingEngine.Vllm, ServingEngine.Tgi)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Engine == ServingEngine.Tgi
        ? server.Option("max-best-of").Must("be at most 8", setting => setting.AsNumber <= 8, whenAbsent: true) // 2 by default
        : server.Variable("VLLM_MAX_N_SEQUENCES").Must("set VLLM_MAX_N_SEQUENCES to at most 8", setting => setting.AsNumber is > 0 and <= 8);
}
