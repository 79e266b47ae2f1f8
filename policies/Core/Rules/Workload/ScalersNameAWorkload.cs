using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ScalersNameAWorkload() : StackPolicy(new PolicyInfo
{
    Id = "workload-scalers-name-a-workload",
    Title = "Autoscalers name a workload that is there",
    Why = "Nothing scales, and the model server falls over under the load that it was made for.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.HorizontalPodAutoscaler, KubernetesTypes.Deployment],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nist("SC-5")],
    Remediation = "Name the workload in scaleTargetRef.",
    Good = ["""[{ "type": "kubernetes:apps/v1:Deployment", "name": "d", "properties": { "metadata": { "name": "d", "namespace": "n" }, "spec": { "template": { "spec": { "containers": [] } } } } }, { "type": "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "name": "h", "properties": { "metadata": { "name": "h", "namespace": "n" }, "spec": { "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "d" }, "minReplicas": 2, "maxReplicas": 4 } } }]""", """[{ "type": "kubernetes:helm.sh/v3:Release", "name": "c", "properties": { } }, { "type": "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "name": "h", "properties": { "metadata": { "name": "h", "namespace": "n" }, "spec": { "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "d" }, "minReplicas": 2, "maxReplicas": 4 } } }]"""],
    Bad = ["""[{ "type": "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "name": "h", "properties": { "metadata": { "name": "h", "namespace": "n" }, "spec": { "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "d" }, "minReplicas": 2, "maxReplicas": 4 } } }]""", """[{ "type": "kubernetes:apps/v1:Deployment", "name": "d", "properties": { "metadata": { "name": "d", "namespace": "n" }, "spec": { "template": { "spec": { "containers": [] } } } } }, { "type": "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "name": "h", "properties": { "metadata": { "name": "h", "namespace": "n" }, "spec": { "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "e" }, "minReplicas": 2, "maxReplicas": 4 } } }]"""],
    Equivalents = ["kube-linter:dangling-hpa", "kube-score:horizontalpodautoscaler-has-target"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => stack.OfType(KubernetesTypes.HorizontalPodAutoscaler).Where(scaler =>
        scaler["spec.scaleTargetRef"] is var target && target["kind"].AsText is { } kind && target["name"].AsText is { } name
        && stack.Once(ClusterObjects.Of).Lacks($"kubernetes:{target["apiVersion"].AsText ?? "apps/v1"}:{kind}", ClusterObjects.NamespaceOf(scaler), name))
        .Select(scaler => scaler["spec.scaleTargetRef.name"].Violation("name a workload of the namespace"));
}
