using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ObjectsAreNotInSystemNamespaces() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-objects-are-not-in-system-namespaces",
    Title = "Workloads stay out of the namespaces of the system",
    Why = "What runs in kube-system is trusted by much else, and kube-public is read by everybody without a name.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.Deployment, KubernetesTypes.StatefulSet, KubernetesTypes.ReplicaSet, KubernetesTypes.Job, KubernetesTypes.CronJob, KubernetesTypes.Pod, KubernetesTypes.ConfigMap, KubernetesTypes.Secret],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Name a namespace of your own.",
    Good = ["""{ "metadata": { "name": "a", "namespace": "models" } }""", """{ "metadata": { "name": "kube-proxy", "namespace": "kube-system", "labels": { "tier": "control-plane" } } }"""],
    Bad = ["""{ "metadata": { "name": "a", "namespace": "kube-system" } }""", """{ "metadata": { "name": "a", "namespace": "kube-public" } }"""],
    Equivalents = ["AVD-KSV-0037", "kics:611ab018-c4aa-4ba2-b0f6-a448337509a6"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) => IsOfTheSystem(resource) ? [] : resource["metadata.namespace"].MustNotBe("kube-system", "kube-public", "kube-node-lease");

    private static bool IsOfTheSystem(Resource resource) => resource["metadata.labels"].Member("tier").AsText is "control-plane" or "node" || !resource["metadata.labels"].Member("kubernetes.io/cluster-service").IsAbsent
        || !resource["metadata.labels"].Member("addonmanager.kubernetes.io/mode").IsAbsent || !resource["metadata.annotations"].Member("kubernetes.io/config.mirror").IsAbsent;
}
