using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class MetadataIsUnreachable() : StackPolicy(new PolicyInfo
{
    Id = "network-metadata-is-unreachable",
    Title = "Beside sandboxes and model servers nothing reaches the node's metadata, nor do they",
    Why = "The metadata service and the wire server hand out identities and settings of the node to any pod that asks.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.Pod, "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy"],
    Threats = [Threat.FullStack, Threat.ToolExploitation],
    Controls = [Framework.Atlas("AML.T0055"), Framework.Atlas("AML.T0075"), Framework.Nist("SC-7"), Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Deny 169.254.169.254 and 168.63.129.16 with a CiliumClusterwideNetworkPolicy, or allow egress to named ranges only.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Egress"] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }, { "type": "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy", "name": "c", "properties": { "metadata": { "name": "c" }, "spec": { "endpointSelector": { }, "egressDeny": [{ "toCIDR": ["169.254.169.254/32", "168.63.129.16/32"] }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Egress"], "egress": [{ "to": [{ "ipBlock": { "cidr": "168.0.0.0/6", "except": ["169.254.0.0/16"] } }] }] } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var special = Reaching.Sandboxes(stack).Union(Reaching.ModelServers(stack)).ToHashSet(StringComparer.Ordinal);
        if (special.Count == 0)
        {
            return [];
        }

        // Beside sandboxes and model servers nobody may, but those that are told apart: on the node's network, or parts of the system.
        var urns = stack.Once(NetworkProof.Of).Cluster.Workloads.Where(workload => special.Contains(workload.Urn) || (workload.HostNetwork == Truth.No && workload.Namespace is not "kube-system")).Select(workload => workload.Urn);
        return stack.ReachOutside(urns.ToHashSet(StringComparer.Ordinal), KnownAddresses.Metadata, "not reach 169.254.169.254 and 168.63.129.16");
    }
}
