using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class ModelServersAnswerGatewaysOnly() : StackPolicy(new PolicyInfo
{
    Id = "network-model-servers-answer-gateways-only",
    Title = "Model servers answer neither the world outside nor sandboxes",
    Why = "A caller that goes around the gateway has no tenant, no budget and no rules.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Pod, KubernetesTypes.NetworkPolicy],
    Threats = [Threat.ModelStealing, Threat.FullStack],
    Controls = [Framework.Atlas("AML.T0040"), Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-7")],
    Remediation = "Select the pods with a network policy for ingress that names the gateway's pods.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Ingress", "Egress"], "ingress": [{ "from": [{ "podSelector": { "matchLabels": { "app": "gateway" } } }] }] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Ingress"], "ingress": [{ "from": [{ "ipBlock": { "cidr": "0.0.0.0/0" } }] }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }, { "type": "kubernetes:core/v1:Pod", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n", "labels": { "llmops/sandbox": "s" } }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { "matchLabels": { } }, "policyTypes": ["Ingress"], "ingress": [{ "from": [{ "podSelector": { } }] }] } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var (servers, sandboxes) = (Reaching.ModelServers(stack), Reaching.Sandboxes(stack));
        if (servers.Count == 0)
        {
            yield break;
        }

        var network = stack.Once(KubernetesNetwork.Of);
        foreach (var server in network.Workloads.Where(workload => servers.Contains(workload.Urn)))
        {
            var target = new WorkloadEnd(server);
            var outside = network.Outside.Aggregate(Reach.None, (all, addresses) => all.Union(network.Between(new AddressEnd(addresses), target)));
            var inside = network.Workloads.Where(workload => sandboxes.Contains(workload.Urn) && workload.Urn != server.Urn).Aggregate(Reach.None, (all, sandbox) => all.Union(network.Between(new WorkloadEnd(sandbox), target)));
            var reach = outside.Union(inside);
            if (!reach.Allowed.IsEmpty)
            {
                yield return new Violation(server.Urn, "", $"the model server must answer its gateway only, but {(inside.Allowed.IsEmpty ? "addresses outside the cluster reach" : "sandboxes reach")} {server}: {reach.Allowed}");
            }
            else if (!reach.IsDenied)
            {
                yield return new Undetermined(server.Urn, "", $"the model server must answer its gateway only, which is not known before deployment for {server}");
            }
        }
    }
}
