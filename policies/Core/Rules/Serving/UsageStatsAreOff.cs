using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class UsageStatsAreOff() : ServerPolicy(new PolicyInfo
{
    Id = "serving-usage-stats-are-off",
    Title = "The model server reports to nobody",
    Why = "It sends what it runs on and which model it serves to its makers, and shows an egress that you did not mean to have.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.Disclosure],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set VLLM_NO_USAGE_STATS=1 or DO_NOT_TRACK=1; --usage-stats-level=off or DISABLE_TELEMETRY for others.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_NO_USAGE_STATS", "value": "1" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "DO_NOT_TRACK", "value": "1" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_DO_NOT_TRACK", "value": "1" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/text-generation-inference:3", "args": ["--usage-stats", "off"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/text-generation-inference:3", "args": [], "env": [{ "name": "USAGE_STATS", "value": "off" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "VLLM_NO_USAGE_STATS", "value": "0" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/text-generation-inference:3", "args": [] }] }"""],
}, ServingEngine.Vllm, ServingEngine.Tgi)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Engine == ServingEngine.Tgi ? server.Option("usage-stats").Must("set --usage-stats=off", setting => setting.Text == "off")
        : new[] { "VLLM_DO_NOT_TRACK", "DO_NOT_TRACK" }.Any(name => server.Variable(name).IsOn) ? []
        : server.Variable("VLLM_NO_USAGE_STATS").Must("set VLLM_NO_USAGE_STATS=1", setting => setting.IsOn);
}
