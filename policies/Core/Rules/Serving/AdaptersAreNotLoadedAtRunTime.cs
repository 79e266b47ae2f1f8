using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class AdaptersAreNotLoadedAtRunTime() : ServerPolicy(new PolicyInfo
{
    Id = "serving-adapters-are-not-loaded-at-run-time",
    Title = "Adapters are not loaded at run time",
    Why = "The route that loads an adapter takes any path or name from the caller: it changes what the model says, for everybody.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain, Threat.DecisionExploitation],
    Controls = [Framework.OwaspLlm("LLM05:2026"), Framework.OwaspLlm("LLM04:2025"), Framework.Atlas("AML.T0010.003")],
    Remediation = "Remove VLLM_ALLOW_RUNTIME_LORA_UPDATING, and name adapters with --lora-modules.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-lora", "--lora-modules", "a=/adapters/a"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_ALLOW_RUNTIME_LORA_UPDATING", "value": "False" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-lora"], "env": [{ "name": "VLLM_ALLOW_RUNTIME_LORA_UPDATING", "value": "True" }] }] }"""],
}, ServingEngine.Vllm)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Variable("VLLM_ALLOW_RUNTIME_LORA_UPDATING").MustNotBeOn();
}
