using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ObjectsAreNotInTheDefaultNamespace() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-objects-are-not-in-the-default-namespace",
    Title = "Workloads have a namespace of their own",
    Why = "The default namespace has no policies, and everything that names no namespace lands there.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.Deployment, KubernetesTypes.StatefulSet, KubernetesTypes.DaemonSet, KubernetesTypes.ReplicaSet, KubernetesTypes.Job, KubernetesTypes.CronJob, KubernetesTypes.Pod, KubernetesTypes.Service, KubernetesTypes.ServiceAccount, KubernetesTypes.Role, KubernetesTypes.RoleBinding, KubernetesTypes.ConfigMap, KubernetesTypes.Secret, KubernetesTypes.Ingress],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Name a namespace.",
    Good = ["""{ "metadata": { "name": "a", "namespace": "models" } }"""],
    Bad = ["""{ "metadata": { "name": "a", "namespace": "default" } }""", """{ "metadata": { "name": "a" } }"""],
    Equivalents = ["CKV_K8S_21", "AVD-KSV-0110", "C-0061"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["metadata.namespace"].Must("name a namespace other than default", space => space.AsText is not ("default" or ""), whenAbsent: resource["metadata.name"].IsAbsent && resource["metadata"].IsAbsent);
}
