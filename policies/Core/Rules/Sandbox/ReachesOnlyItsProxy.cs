using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class ReachesOnlyItsProxy() : StackPolicy(new PolicyInfo
{
    Id = "sandbox-reaches-only-its-proxy",
    Title = "Sandboxes reach no public address by number",
    Why = "By number they reach any host, past every list of names.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Pod, KubernetesTypes.NetworkPolicy],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.Atlas("AML.T0086"), Framework.Atlas("AML.T0072"), Framework.OwaspAgentic("ASI02"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Select the sandboxes with a network policy for egress that names their proxy, or hosts by name.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Ingress", "Egress"] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Egress"], "egress": [{ "to": [{ "ipBlock": { "cidr": "0.0.0.0/0" } }] }] } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        Reaching.Sandboxes(stack) is { Count: > 0 } sandboxes ? stack.ReachOutside(sandboxes, KnownAddresses.Internet, "reach no public address by number") : [];
}
