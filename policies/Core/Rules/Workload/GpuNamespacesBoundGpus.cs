using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class GpuNamespacesBoundGpus() : StackPolicy(new PolicyInfo
{
    Id = "workload-gpu-namespaces-bound-gpus",
    Title = "Namespaces with GPU pods have a quota of GPUs",
    Why = "A quota of processors does not stop a namespace from taking every GPU.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.Namespace, KubernetesTypes.ResourceQuota],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-5")],
    Remediation = "Set requests.nvidia.com/gpu in the ResourceQuota.",
    Good = ["""[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "resources": { "limits": { "nvidia.com/gpu": "1" } } }] } } }, { "type": "kubernetes:core/v1:ResourceQuota", "name": "q", "properties": { "metadata": { "namespace": "n" }, "spec": { "hard": { "requests.nvidia.com/gpu": "4" } } } }]""", """[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Namespace", "name": "n", "properties": { "metadata": { "name": "n" } } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [], "resources": { "limits": { "nvidia.com/gpu": "1" } } }] } } }, { "type": "kubernetes:core/v1:ResourceQuota", "name": "q", "properties": { "metadata": { "namespace": "n" }, "spec": { "hard": { "pods": "4" } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var quotas = stack.OfType(KubernetesTypes.ResourceQuota).Where(quota => quota["metadata.namespace"].IsUnknown || !quota["spec.hard"].Member("requests.nvidia.com/gpu").IsAbsent).Select(quota => quota["metadata.namespace"]).ToList();
        var bounded = quotas.Select(space => space.AsText).ToHashSet(StringComparer.Ordinal);
        var used = stack.Pods.Where(pod => pod.Containers.Any(container => !container["resources.limits"].Member("nvidia.com/gpu").IsAbsent)).Select(pod => pod.Namespace).ToHashSet(StringComparer.Ordinal);
        return stack.OfType(KubernetesTypes.Namespace).Where(space => space["metadata.name"].AsText is { } name && used.Contains(name) && !bounded.Contains(name) && !quotas.Any(quota => quota.IsUnknown))
            .Select(space => space.Violation("the namespace must have a ResourceQuota with requests.nvidia.com/gpu, but has none"));
    }
}
