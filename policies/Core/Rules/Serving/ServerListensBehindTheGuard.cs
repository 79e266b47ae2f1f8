using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ServerListensBehindTheGuard() : ServerPolicy(new PolicyInfo
{
    Id = "serving-server-listens-behind-the-guard",
    Title = "The model server answers only its guard, or callers with a certificate",
    Why = "The server's own key does not protect all of its routes: some answer anybody who reaches the port.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.ModelStealing, Threat.FullStack],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.M0019"), Framework.Atlas("AML.T0049")],
    Remediation = "Listen on 127.0.0.1 behind a proxy in the pod, on a unix socket, or with TLS that demands client certificates.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--host=127.0.0.1"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--uds=/run/vllm.sock"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--host", "0.0.0.0", "--ssl-keyfile", "/k", "--ssl-certfile", "/c", "--ssl-ca-certs", "/ca", "--ssl-cert-reqs", "2"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/ollama/ollama:0.12.0", "args": ["serve"], "env": [{ "name": "OLLAMA_HOST", "value": "127.0.0.1:11434" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/sglang:v0.5.5", "args": ["--model-path", "/m"] }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--host=0.0.0.0"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--host", "0.0.0.0", "--ssl-keyfile", "/k", "--ssl-certfile", "/c"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/ollama/ollama:0.12.0", "args": ["serve"], "env": [{ "name": "OLLAMA_HOST", "value": "0.0.0.0" }] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/llama.cpp:server", "args": ["--host", "0.0.0.0"] }] }"""],
})
{
    protected override IEnumerable<Finding> Check(ModelServer server) =>
        server.Option("uds").IsOn || (server.Option("ssl-ca-certs").IsOn && server.Option("ssl-cert-reqs").AsNumber == 2) ? [] : server.Engine switch
        {
            ServingEngine.Ollama => server.Variable("OLLAMA_HOST").Must("listen on 127.0.0.1", Local),
            ServingEngine.LlamaCpp => server.Option("host").Must("listen on 127.0.0.1", Local, whenAbsent: true),
            ServingEngine.Sglang => server.Option("host").Must("listen on 127.0.0.1", Local, whenAbsent: true),
            ServingEngine.Tgi => server.Option("hostname").Must("listen on 127.0.0.1", Local),
            ServingEngine.Triton => server.Option("http-address").Must("listen on 127.0.0.1", Local).Concat(server.Option("grpc-address").Must("listen on 127.0.0.1", Local)),
            _ => server.Option("host").Must("listen on 127.0.0.1, or demand client certificates (--ssl-ca-certs and --ssl-cert-reqs=2)", Local),
        };

    private static bool Local(Setting setting)
    {
        var host = setting.Text?.Trim() ?? "";
        host = host.Contains("://", StringComparison.Ordinal) ? host[(host.IndexOf("://", StringComparison.Ordinal) + 3)..] : host;
        return host is "localhost" or "::1" or "[::1]" || host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith("localhost:", StringComparison.Ordinal) || host.StartsWith("[::1]:", StringComparison.Ordinal) || host.StartsWith('/') || host.EndsWith(".sock", StringComparison.Ordinal);
    }
}
