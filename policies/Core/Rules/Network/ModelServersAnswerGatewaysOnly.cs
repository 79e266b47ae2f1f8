using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class ModelServersAnswerGatewaysOnly() : StackPolicy(new PolicyInfo
{
    Id = "network-model-servers-answer-gateways-only",
    Title = "Model servers answer neither the world outside nor sandboxes, and where there is a gateway nobody else",
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

        var proof = stack.Once(NetworkProof.Of);
        var outside = proof.Cluster.Outside.Select(addresses => new AddressEnd(addresses)).ToList();
        var hasGateway = proof.Cluster.Workloads.Any(workload => workload.Kind == EnvoyGateways.Kind);
        var others = proof.Cluster.Workloads.Where(workload => !servers.Contains(workload.Urn) && workload.Kind != EnvoyGateways.Kind && (hasGateway || sandboxes.Contains(workload.Urn))).ToList();
        foreach (var server in proof.Cluster.Workloads.Where(workload => servers.Contains(workload.Urn)))
        {
            var target = new WorkloadEnd(server);
            var callers = others.Where(other => other.Urn != server.Urn).Select(other => (Name: other.ToString(), Reach: proof.Between(new WorkloadEnd(other), target)))
                .Append((Name: "an address outside the cluster", Reach: outside.Aggregate(Reach.None, (all, addresses) => all.Union(proof.Cluster.Between(addresses, target)))))
                .Where(caller => !caller.Reach.IsDenied).OrderBy(caller => caller.Reach.Allowed.IsEmpty).ToList();
            if (callers is [var worst, ..])
            {
                var what = $"the model server must answer its gateway only, but {worst.Name} {(worst.Reach.Allowed.IsEmpty ? "may reach" : "reaches")} {server}: {worst.Reach.ToText()}{(callers.Count > 1 ? $"; and {callers.Count - 1} more" : "")}";
                yield return worst.Reach.Allowed.IsEmpty ? new Undetermined(server.Urn, "", what) : new Violation(server.Urn, "", what);
            }
        }
    }
}
