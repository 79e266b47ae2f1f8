using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ServersReachNoInternet() : StackPolicy(new PolicyInfo
{
    Id = "serving-servers-reach-no-internet",
    Title = "Model servers reach no address outside",
    Why = "Weights, prompts and answers leave by the first way out that there is.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Pod, KubernetesTypes.NetworkPolicy],
    Threats = [Threat.ModelStealing, Threat.SupplyChain, Threat.Disclosure],
    Controls = [Framework.Atlas("AML.T0025"), Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Nist("SC-7")],
    Remediation = "Select the pods with a network policy for egress that names only what they need inside.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Ingress", "Egress"], "egress": [{ "to": [{ "ipBlock": { "cidr": "10.0.0.0/8" } }] }] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Egress"], "egress": [{ "to": [{ "ipBlock": { "cidr": "0.0.0.0/0", "except": ["10.0.0.0/8"] } }], "ports": [{ "port": 443 }] }] } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.Pods.Any(pod => pod.Servers.Count > 0) ? stack.ReachOutside(Reaching.ModelServers(stack), KnownAddresses.Internet, "reach no public address") : [];
}
