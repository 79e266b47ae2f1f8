using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NamespacesHaveAPolicy() : StackPolicy(new PolicyInfo
{
    Id = "network-namespaces-have-a-policy",
    Title = "Every namespace has a network policy that holds for all its pods, in both directions",
    Why = "Pods that come later are open to all others from their first second.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.Namespace, KubernetesTypes.NetworkPolicy],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.CisAks("4.4.2")],
    Remediation = "Add a NetworkPolicy that selects all pods and allows nothing, together with the namespace.",
    Good = ["""[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Ingress", "Egress"] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { "matchLabels": { "app": "web" } }, "policyTypes": ["Ingress", "Egress"] } } }]""", """[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { } } } }]""", """[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }]"""],
    Equivalents = ["C-0049", "C-0054", "C-0206", "kubeaudit:netpols"],
})
{
    // Where the pods are known, the policies about their connections say more.
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var policies = stack.OfType(KubernetesTypes.NetworkPolicy, CiliumRules.Policy).ToList();
        var governed = new[] { "Ingress", "Egress" }.Select(direction => policies.Where(policy => IsForAll(policy) && Isolates(policy, direction)).Select(policy => policy["metadata.namespace"].AsText ?? "default").ToHashSet(StringComparer.Ordinal)).ToList();
        var inhabited = stack.Pods.Select(pod => pod.Namespace ?? "").ToHashSet(StringComparer.Ordinal);
        return policies.Any(policy => policy["metadata.namespace"].IsUnknown) || stack.OfType(CiliumRules.Clusterwide).Any(IsForAll) ? []
            : stack.OfType(KubernetesTypes.Namespace).Where(space => space["metadata.name"].AsText is { } name && !name.StartsWith("kube-", StringComparison.Ordinal) && name != "default" && !inhabited.Contains(name) && !governed.All(spaces => spaces.Contains(name)))
                .Select(space => space["metadata.name"].Violation("be the namespace of network policies that hold for all its pods, in both directions"));
    }

    // What is not known may be all that is needed.
    private static bool IsForAll(Resource policy) => new[] { "podSelector", "endpointSelector" }.Select(selector => policy["spec"].Member(selector))
        .All(selector => !selector["matchLabels"].Members.Any() && !selector["matchExpressions"].Items.Any());

    // Without policyTypes a NetworkPolicy is about what comes in, and about what goes out where it has such rules. One of Cilium is about the sections that it has.
    private static bool Isolates(Resource policy, string direction) => policy["spec.policyTypes"] is { IsAbsent: false } types
        ? types.IsUnknown || types.Items.Any(type => type.IsUnknown || type.AsText == direction)
        : policy["spec"].IsUnknown || !policy["spec"].Member(direction.ToLowerInvariant()).IsAbsent || (direction == "Ingress" && TypeToken.Canonical(policy.Type) != TypeToken.Canonical(CiliumRules.Policy));
}
