using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class AccountsAreThere() : StackPolicy(new PolicyInfo
{
    Id = "workload-accounts-are-there",
    Title = "Pods name service accounts that are there",
    Why = "The pods do not start, and whoever makes an account of that name decides what they may.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.Pod, KubernetesTypes.ServiceAccount],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Make the account, or name another one.",
    Good = ["""[{ "type": "kubernetes:core/v1:ServiceAccount", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" } } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "serviceAccountName": "s", "containers": [] } } }]""", """[{ "type": "kubernetes:helm.sh/v3:Release", "name": "c", "properties": { } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "serviceAccountName": "s", "containers": [] } } }]""", """[{ "type": "kubernetes:core/v1:ServiceAccount", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" } } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "serviceAccountName": "default", "containers": [] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "serviceAccountName": "s", "containers": [] } } }]""", """[{ "type": "kubernetes:core/v1:ServiceAccount", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" } } }, { "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n", "labels": { "app": "a" } }, "spec": { "serviceAccountName": "t", "containers": [] } } }]"""],
    Equivalents = ["C-0307", "kube-linter:non-existent-service-account"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => stack.Pods.SelectMany(pod => new[] { pod["serviceAccountName"], pod["serviceAccount"] }.Select(account => (Account: account, pod.Namespace)))
        .Where(one => one.Account.AsText is { Length: > 0 } name && name != "default" && stack.Once(ClusterObjects.Of).Lacks(KubernetesTypes.ServiceAccount, one.Namespace, name))
        .DistinctBy(one => (one.Account.Resource.Urn, one.Account.AsText)).Select(one => one.Account.Violation("name a service account of the namespace"));
}
