using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class NamespacesHaveAQuota() : StackPolicy(new PolicyInfo
{
    Id = "workload-namespaces-have-a-quota",
    Title = "Every namespace with pods has a quota",
    Why = "One tenant otherwise takes the nodes of all.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Namespace, KubernetesTypes.ResourceQuota],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-5"), Framework.Atlas("AML.T0034")],
    Remediation = "Add a ResourceQuota.",
    Good = ["""[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }, { "type": "kubernetes:core/v1:ResourceQuota", "name": "q", "properties": { "metadata": { "namespace": "n" }, "spec": { "hard": { "pods": "4" } } } }]""", """[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }]""", """[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }]"""],
    Equivalents = ["AVD-KSV-0040"],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var quotas = stack.OfType(KubernetesTypes.ResourceQuota).Select(quota => quota["metadata.namespace"]).ToList();
        var spaces = quotas.Select(space => space.AsText).ToHashSet(StringComparer.Ordinal);
        var used = stack.Pods.Where(pod => !pod.Owner.Type.EndsWith(":DaemonSet", StringComparison.Ordinal)).Select(pod => pod.Namespace).ToHashSet(StringComparer.Ordinal); // of daemons there are as many as nodes
        return stack.OfType(KubernetesTypes.Namespace).Where(space => space["metadata.name"].AsText is { } name && used.Contains(name) && !spaces.Contains(name) && !quotas.Any(space => space.IsUnknown))
            .Select(space => space.Violation("the namespace must have a ResourceQuota, but has none"));
    }
}
