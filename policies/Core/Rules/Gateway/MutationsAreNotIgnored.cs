using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class MutationsAreNotIgnored() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-mutations-are-not-ignored",
    Title = "Changes of the body are not silently ignored",
    Why = "The gateway ignores bodyMutation where the backend is an InferencePool: the fields that leak the model get through.",
    Severity = Severity.High,
    Types = [GatewayRoutes.AiRoute],
    Threats = [Threat.ModelStealing, Threat.ResourceExhaustion],
    Controls = [Framework.Atlas("AML.T0024.002"), Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Route to an AIServiceBackend, or strip the fields at a guard before the server.",
    Good = ["""{ "spec": { "rules": [{ "backendRefs": [{ "name": "a", "bodyMutation": { "remove": ["logprobs"] } }] }] } }""", """{ "spec": { "rules": [{ "backendRefs": [{ "group": "inference.networking.k8s.io", "kind": "InferencePool", "name": "a" }] }] } }"""],
    Bad = ["""{ "spec": { "rules": [{ "backendRefs": [{ "group": "inference.networking.k8s.io", "kind": "InferencePool", "name": "a", "bodyMutation": { "remove": ["logprobs"] } }] }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.rules"].Items.SelectMany(rule => rule["backendRefs"].Items).Where(backend => backend["kind"].AsText == "InferencePool" && !backend["bodyMutation"].IsAbsent).Select(backend => backend["bodyMutation"].Violation("not be set for an InferencePool, which ignores it"));
}
