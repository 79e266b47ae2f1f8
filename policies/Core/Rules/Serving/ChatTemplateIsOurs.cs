using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ChatTemplateIsOurs() : ServerPolicy(new PolicyInfo
{
    Id = "serving-chat-template-is-ours",
    Title = "The chat template is the server's own",
    Why = "A template is a program: one that the caller sends can loop for ever or read what it should not (CVE-2026-115911, CVE-2025-62426).",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.ResourceExhaustion, Threat.FullStack],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0051")],
    Remediation = "Set --chat-template to a mounted file, and remove --trust-request-chat-template.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--chat-template=/models/chat_template.jinja"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--chat-template", "/t.jinja", "--no-trust-request-chat-template"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--chat-template=/t.jinja", "--trust-request-chat-template"] }] }"""],
}, ServingEngine.Vllm)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Option("chat-template").Must("set --chat-template", setting => !string.IsNullOrWhiteSpace(setting.Text)).Concat(server.Option("trust-request-chat-template").MustNotBeOn());
}
