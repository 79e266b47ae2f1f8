using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ServerRunsNoTools() : ServerPolicy(new PolicyInfo
{
    Id = "serving-server-runs-no-tools",
    Title = "The model server runs no tools",
    Why = "Its demonstration tools run what the model writes, without a sandbox.",
    Severity = Severity.Critical,
    Types = [],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.OwaspAgentic("ASI05"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025"), Framework.Atlas("AML.T0053")],
    Remediation = "Remove --tool-server (of llama.cpp --tools, --agent and the MCP servers), and call tools through the tool gateway and a sandbox.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--enable-auto-tool-choice", "--tool-call-parser=hermes"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--tool-server=demo"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--tool_server", "localhost:8888"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--tool-server", "demo"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["--tools", "read_file,exec_shell_command"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": [], "env": [{ "name": "LLAMA_ARG_AGENT", "value": "1" }] }] }"""],
}, ServingEngine.Vllm, ServingEngine.Sglang, ServingEngine.LlamaCpp)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        (server.Engine == ServingEngine.LlamaCpp ? ToolsOfLlamaCpp : ["tool-server"]).SelectMany(name => server.Option(name).MustNotBeOn()).OrderBy(finding => finding is not Violation).Take(1);

    private static readonly string[] ToolsOfLlamaCpp = ["tools", "agent", "mcp-servers-config", "mcp-servers-json", "ui-mcp-proxy", "webui-mcp-proxy"];
}
