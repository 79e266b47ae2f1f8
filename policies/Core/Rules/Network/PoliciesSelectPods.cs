using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class PoliciesSelectPods() : StackPolicy(new PolicyInfo
{
    Id = "network-policies-select-pods",
    Title = "Network policies select pods",
    Why = "A policy whose labels nobody has protects nobody, and looks as if it did.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.NetworkPolicy, KubernetesTypes.Pod],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Select the labels of the pods that are to be protected.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "containers": [] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { "matchLabels": { "app": "a" } } } } }]""", """[{ "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { "matchLabels": { "app": "a" } } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "containers": [] } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { "matchLabels": { "app": "b" } } } } }]"""],
    Equivalents = ["C-0299", "kics:85ab1c5b-014e-4352-b5f8-d7dea3bb4fd3", "kube-linter:dangling-networkpolicy", "kube-score:networkpolicy-targets-pod"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => stack.OfType(KubernetesTypes.NetworkPolicy)
        .Where(policy => policy["spec.podSelector"].Members.Any() && stack.Once(SelectedPods.Of).AreNone(ClusterObjects.NamespaceOf(policy), LabelSelector.From(policy["spec.podSelector"]), policy["spec.podSelector.matchLabels"]))
        .Select(policy => policy["spec.podSelector"].Violation("select the pods of a workload"));
}
