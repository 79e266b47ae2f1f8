using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class EgressIsDeniedByDefault() : StackPolicy(new PolicyInfo
{
    Id = "network-egress-is-denied-by-default",
    Title = "Pods open only connections that a network policy names",
    Why = "Without it whatever runs in a pod reaches the internet, and takes along what it found.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Namespace, KubernetesTypes.NetworkPolicy],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.CisAks("4.4.2")],
    Remediation = "Add a NetworkPolicy for egress that selects all pods and allows nothing.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": {}, "policyTypes": ["Egress"] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }]"""],
    Equivalents = ["C-0301", "kube-score:pod-networkpolicy", "polaris:missingNetworkPolicy", "kubeaudit:netpols"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.Once(NetworkProof.Of).Cluster is { Workloads.Count: > 0 } network ? network.Undefended(egress: true).Select(workload => new Violation(workload.Urn, "", $"the pods must be selected by a network policy for egress, but {workload} is not")) : [];
}
