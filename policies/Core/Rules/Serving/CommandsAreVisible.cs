using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class CommandsAreVisible() : ServerPolicy(new PolicyInfo
{
    Id = "serving-commands-are-visible",
    Title = "The command line of a model server is visible",
    Why = "What a start script adds is not seen by these policies, nor by whoever reviews the change.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.FullStack, Threat.SupplyChain],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025")],
    Remediation = "Write the command and its arguments in the pod instead of a script in the image.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["vllm serve /models"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["/start.sh"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sh", "-c"], "args": ["/opt/run.sh --fast"] }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.IsOpaque ? [new Violation(server.Container.Pod.Owner.Urn, server.Container.Field.Path, $"{server.Container.Field.Path} must start the server itself, but starts a script that is not visible here")] : [];
}
