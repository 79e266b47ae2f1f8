using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class HubTokensStayOut() : ServerPolicy(new PolicyInfo
{
    Id = "serving-hub-tokens-stay-out",
    Title = "Model servers hold no token of a model hub",
    Why = "A server that serves local weights needs none; who breaks in has the token of the whole organisation.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain, Threat.Disclosure],
    Controls = [Framework.Atlas("AML.T0055"), Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Give the token only to the job that imports models.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "HF_HUB_OFFLINE", "value": "1" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "HF_TOKEN", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "HUGGING_FACE_HUB_TOKEN", "value": "x" }] }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        Names.Where(server.HasVariable).Select(name => (server.Variable(name) with { State = SettingState.Known }).Violation($"not have {name}", secret: true));

    private static readonly string[] Names = ["HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HUGGINGFACE_TOKEN", "HUGGINGFACEHUB_API_TOKEN", "NGC_API_KEY", "MODELSCOPE_API_TOKEN", "WANDB_API_KEY"];
}
