using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NamespacesDenyByDefault() : StackPolicy(new PolicyInfo
{
    Id = "network-namespaces-deny-by-default",
    Title = "Pods take only connections that a network policy names",
    Why = "Without it every pod of the cluster reaches every other.",
    Severity = Severity.High,
    Types = [KubernetesTypes.Namespace, KubernetesTypes.NetworkPolicy],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.CisAks("4.4.2")],
    Remediation = "Add a NetworkPolicy for ingress that selects all pods and allows nothing.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "podSelector": {}, "policyTypes": ["Ingress"] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }]"""],
    Equivalents = ["CKV2_K8S_6", "AVD-KSV-0038", "C-0260", "kube-linter:non-isolated-pod", "kube-score:pod-networkpolicy", "polaris:missingNetworkPolicy", "kubeaudit:netpols"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.Once(NetworkProof.Of).Cluster is { Workloads.Count: > 0 } network ? network.Undefended(egress: false).Select(workload => new Violation(workload.Urn, "", $"the pods must be selected by a network policy for ingress, but {workload} is not")) : [];
}
