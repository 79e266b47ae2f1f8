using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NamespacesHaveAPolicy() : StackPolicy(new PolicyInfo
{
    Id = "network-namespaces-have-a-policy",
    Title = "Every namespace has a network policy",
    Why = "Pods that come later are open to all others from their first second.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.Namespace, KubernetesTypes.NetworkPolicy],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.CisAks("4.4.2")],
    Remediation = "Add a NetworkPolicy that selects all pods and allows nothing, together with the namespace.",
    Good = ["""[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }]"""],
    Equivalents = ["C-0049", "C-0054", "C-0206", "kubeaudit:netpols"],
})
{
    // Where the pods are known, the policies about their connections say more.
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var policies = stack.OfType(KubernetesTypes.NetworkPolicy, CiliumRules.Policy).Select(policy => policy["metadata.namespace"]).ToList();
        var governed = policies.Select(space => space.AsText ?? "default").Concat(stack.Pods.Select(pod => pod.Namespace ?? "")).ToHashSet(StringComparer.Ordinal);
        return policies.Any(space => space.IsUnknown) || stack.OfType(CiliumRules.Clusterwide).Any(policy => !policy["spec.endpointSelector.matchLabels"].Members.Any() && !policy["spec.endpointSelector.matchExpressions"].Items.Any()) ? []
            : stack.OfType(KubernetesTypes.Namespace).Where(space => space["metadata.name"].AsText is { } name && !name.StartsWith("kube-", StringComparison.Ordinal) && name != "default" && !governed.Contains(name))
                .Select(space => space["metadata.name"].Violation("be the namespace of a network policy"));
    }
}
