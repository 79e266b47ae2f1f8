using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class AssertionsStayOn() : ServerPolicy(new PolicyInfo
{
    Id = "serving-assertions-stay-on",
    Title = "Python keeps its assertions",
    Why = "Checks of a model's files are assertions: without them a malicious model runs code (CVE-2026-41523).",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Remove PYTHONOPTIMIZE and python -O.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["python3", "-m", "vllm.entrypoints.openai.api_server"], "args": ["--model=/m"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "PYTHONOPTIMIZE", "value": "0" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "PYTHONOPTIMIZE", "value": "" }] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "env": [{ "name": "PYTHONOPTIMIZE", "value": "1" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["python3", "-O", "-m", "vllm.entrypoints.openai.api_server"], "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["python -OO -m vllm.entrypoints.openai.api_server --model /m"] }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Variable("PYTHONOPTIMIZE").MustNotBeOn().Concat(server.Words.TakeWhile(word => word != "-m").Any(word => word is "-O" or "-OO")
        ? [new Violation(server.Container.Pod.Owner.Urn, server.Container.Field.Path, $"{server.Container.Field.Path} must not start Python with -O, but does")] : []).OrderBy(finding => finding is not Violation).Take(1);
}
