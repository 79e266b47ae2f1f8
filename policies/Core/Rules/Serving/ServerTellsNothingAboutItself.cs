using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ServerTellsNothingAboutItself() : ServerPolicy(new PolicyInfo
{
    Id = "serving-server-tells-nothing-about-itself",
    Title = "The model server tells nothing about itself",
    Why = "Its documentation pages list every route, its fingerprint the version to attack, and an open CORS policy lets any web page of a signed-in user call it.",
    Severity = Severity.Medium,
    Types = [],
    Threats = [Threat.ModelStealing, Threat.FullStack],
    Controls = [Framework.Atlas("AML.T0013"), Framework.Atlas("AML.T0014"), Framework.OwaspLlm("LLM08:2026"), Framework.OwaspLlm("LLM07:2025")],
    Remediation = "Set --disable-fastapi-docs, --allowed-origins=[] and --fingerprint-mode=none.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--disable-fastapi-docs", "--allowed-origins=[]", "--fingerprint-mode=none"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--disable-fastapi-docs", "--allowed-origins", "[\"https://a.example\"]", "--fingerprint-mode", "none"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/ollama/ollama:0.12.0", "args": ["serve"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--model-path", "/m"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--allowed-origins=[]", "--fingerprint-mode=none"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--disable-fastapi-docs", "--fingerprint-mode=none"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--disable-fastapi-docs", "--allowed-origins", "[\"*\"]", "--fingerprint-mode=none"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--disable-fastapi-docs", "--allowed-origins=[]"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/ollama/ollama:0.12.0", "args": ["serve"], "env": [{ "name": "OLLAMA_ORIGINS", "value": "*" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/text-generation-inference:3", "args": ["--cors-allow-origin", "*"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": [] }] }"""],
}, ServingEngine.Vllm, ServingEngine.Tgi, ServingEngine.Ollama, ServingEngine.Sglang, ServingEngine.LlamaCpp)
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Engine switch
        {
            ServingEngine.Ollama => server.Variable("OLLAMA_ORIGINS").Must("not name every origin", Closed, whenAbsent: true),
            ServingEngine.Tgi => server.Option("cors-allow-origin").Must("not name every origin", Closed, whenAbsent: true),
            ServingEngine.LlamaCpp => server.Option("cors-origins").Must("set --cors-origins, which is every origin by default", Closed),
            ServingEngine.Vllm => server.Option("disable-fastapi-docs").Must("set --disable-fastapi-docs", setting => setting.IsOn)
                .Concat(server.Option("allowed-origins").Must("set --allowed-origins=[]", Closed))
                .Concat(server.Option("fingerprint-mode").Must("set --fingerprint-mode=none", setting => setting.Text == "none")),
            _ => [],
        };

    private static bool Closed(Setting setting) => setting.Text?.Contains('*', StringComparison.Ordinal) == false;
}
