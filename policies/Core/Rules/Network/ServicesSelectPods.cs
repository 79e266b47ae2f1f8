using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class ServicesSelectPods() : StackPolicy(new PolicyInfo
{
    Id = "network-services-select-pods",
    Title = "Services select pods",
    Why = "Whoever makes a pod with the labels gets the traffic that is sent to the service.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.Service, KubernetesTypes.Pod],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Select the labels of the pods, or remove the service.",
    Good = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "containers": [] } } }, { "type": "kubernetes:core/v1:Service", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "selector": { "app": "a" } } } }]""", """[{ "type": "kubernetes:core/v1:Service", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "selector": { "app": "a" } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "containers": [] } } }, { "type": "kubernetes:core/v1:Service", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "selector": { "app": "b" } } } }]"""],
    Equivalents = ["C-0293", "kics:3ca03a61-3249-4c16-8427-6f8e47dda729", "kube-linter:dangling-service", "kube-score:service-targets-pod"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => stack.OfType(KubernetesTypes.Service)
        .Where(service => service["spec.selector"].Members.Any() && service["spec.type"].AsText != "ExternalName" && stack.Once(SelectedPods.Of).AreNone(ClusterObjects.NamespaceOf(service), LabelSelector.FromLabels(service["spec.selector"]), service["spec.selector"]))
        .Select(service => service["spec.selector"].Violation("select the pods of a workload"));
}
