using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class WeightsAreVerified() : WorkloadPolicy(new PolicyInfo
{
    Id = "serving-weights-are-verified",
    Title = "The weights are verified before the server starts",
    Why = "Whoever can write to the store, or to the way from it, decides what the model says.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.SupplyChain, Threat.DecisionExploitation],
    Controls = [Framework.OwaspLlm("LLM04:2026"), Framework.OwaspLlm("LLM03:2025"), Framework.Atlas("AML.M0014"), Framework.Atlas("AML.M0013")],
    Remediation = "Add an init container that checks every file: sha256sum --check, model_signing verify or cosign verify-blob.",
    Good = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }], "initContainers": [{ "name": "verify", "image": "r.example/vllm/vllm-openai:v0.32.0", "command": ["sha256sum"], "args": ["--check", "--strict", "/manifest/SHA256SUMS"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }], "initContainers": [{ "name": "v", "image": "r.example/model-signing:1", "args": ["model_signing", "verify", "key", "/models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/web:1" }] }"""],
    Bad = ["""{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }] }""", """{ "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": ["--model=/models"] }], "initContainers": [{ "name": "download", "image": "r.example/curl:1", "command": ["curl"] }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        pod.Servers is [{ } server, ..] && !pod["initContainers"].IsUnknown && !pod.Containers.Where(container => container.Role == ContainerRole.Init).Any(Verifies)
        ? [new Violation(pod.Owner.Urn, server.Container.Field.Path, $"{server.Container.Field.Path} must start after an init container that verifies the weights, but none does")] : [];

    private static bool Verifies(Container container)
    {
        var line = string.Join(' ', container.CommandLine);
        return container.CommandLine.Contains(null) || container["image"].AsText?.Contains("model-transparency", StringComparison.Ordinal) == true || ((line.Contains("sha256sum", StringComparison.Ordinal) || line.Contains("sha512sum", StringComparison.Ordinal)) && (line.Contains("-c", StringComparison.Ordinal) || line.Contains("--check", StringComparison.Ordinal)))
            || line.Contains("verify", StringComparison.OrdinalIgnoreCase);
    }
}
