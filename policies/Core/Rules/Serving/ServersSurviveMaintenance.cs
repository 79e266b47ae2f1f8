using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Serving;

internal sealed class ServersSurviveMaintenance() : StackPolicy(new PolicyInfo
{
    Id = "serving-servers-survive-maintenance",
    Title = "A model server with replicas has a disruption budget",
    Why = "An upgrade of the nodes otherwise takes all replicas at once.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.Deployment, KubernetesTypes.PodDisruptionBudget],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-5")],
    Remediation = "Add a PodDisruptionBudget that selects the pods.",
    Good = ["""[{ "type": "kubernetes:apps/v1:Deployment", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "replicas": 2, "template": { "metadata": { "labels": { "app": "a" } }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } } } }, { "type": "kubernetes:policy/v1:PodDisruptionBudget", "name": "b", "properties": { "metadata": { "namespace": "n" }, "spec": { "selector": { "matchLabels": { "app": "a" } } } } }]""", """[{ "type": "kubernetes:apps/v1:Deployment", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "replicas": 1, "template": { "metadata": { "labels": { "app": "a" } }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:apps/v1:Deployment", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "replicas": 2, "template": { "metadata": { "labels": { "app": "a" } }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var budgets = stack.OfType(KubernetesTypes.PodDisruptionBudget).ToLookup(budget => budget["metadata.namespace"].AsText ?? "default", StringComparer.Ordinal);
        foreach (var pod in stack.Pods.Where(pod => pod.Servers.Count > 0 && pod.Owner["spec.replicas"].AsNumber > 1))
        {
            var labels = KubernetesObject.ReadLabels(pod.Metadata);
            if (!budgets[pod.Namespace!].Any(budget => LabelSelector.From(budget["spec.selector"]).Matches(labels) != Truth.No))
            {
                yield return pod.Owner.Violation("the model server must be selected by a PodDisruptionBudget, but none does");
            }
        }
    }
}
