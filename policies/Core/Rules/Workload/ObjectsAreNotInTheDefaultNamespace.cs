using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Workload;

internal sealed class ObjectsAreNotInTheDefaultNamespace() : ResourcePolicy(new PolicyInfo
{
    Id = "workload-objects-are-not-in-the-default-namespace",
    Title = "Workloads have a namespace of their own",
    Why = "The default namespace has no policies, and everything that names no namespace lands there.",
    Severity = Severity.Low,
    Types =
    [
        KubernetesTypes.Deployment, KubernetesTypes.StatefulSet, KubernetesTypes.DaemonSet, KubernetesTypes.ReplicaSet, KubernetesTypes.Job, KubernetesTypes.CronJob, KubernetesTypes.Pod,
        KubernetesTypes.Service, KubernetesTypes.ServiceAccount, KubernetesTypes.Role, KubernetesTypes.RoleBinding, KubernetesTypes.ConfigMap, KubernetesTypes.Secret, KubernetesTypes.Ingress,
        KubernetesTypes.PersistentVolumeClaim, KubernetesTypes.HorizontalPodAutoscaler, KubernetesTypes.PodDisruptionBudget, "kubernetes:core/v1:PodTemplate", "kubernetes:core/v1:ReplicationController",
        "kubernetes:core/v1:Endpoints", "kubernetes:discovery.k8s.io/v1:EndpointSlice", "kubernetes:coordination.k8s.io/v1:Lease", "kubernetes:storage.k8s.io/v1:CSIStorageCapacity",
        "kubernetes:serving.knative.dev/v1:Service", "kubernetes:serving.knative.dev/v1:Configuration", "kubernetes:serving.knative.dev/v1:Revision",
    ],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Name a namespace.",
    Good = ["""{ "metadata": { "name": "a", "namespace": "models" } }"""],
    Bad = ["""{ "metadata": { "name": "a", "namespace": "default" } }""", """{ "metadata": { "name": "a" } }"""],
    Equivalents = ["CKV_K8S_21", "AVD-KSV-0110", "C-0061", "C-0212", "kics:611ab018-c4aa-4ba2-b0f6-a448337509a6", "kyverno:disallow-default-namespace", "kube-linter:use-namespace"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        IsBuiltIn(resource) ? [] : resource["metadata.namespace"].Must("name a namespace other than default", space => space.AsText is not ("default" or ""), whenAbsent: resource["metadata.name"].IsAbsent && resource["metadata"].IsAbsent);

    // What every cluster makes there by itself.
    private static bool IsBuiltIn(Resource resource) => (TypeToken.Canonical(resource.Type), resource["metadata.name"].AsText)
        is ("kubernetes:core:Service" or "kubernetes:core:Endpoints" or "kubernetes:discovery.k8s.io:EndpointSlice", "kubernetes") or ("kubernetes:core:ServiceAccount", "default") or ("kubernetes:core:ConfigMap", "kube-root-ca.crt");
}
