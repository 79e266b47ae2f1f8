namespace LlmOpsSecure.Policies.Model;

/// <summary>Type tokens of the Kubernetes kinds that policies look at.</summary>
public static class KubernetesTypes
{
#pragma warning disable CS1591 // the names say it all
    public const string ClusterRole = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
    public const string ClusterRoleBinding = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";
    public const string ConfigMap = "kubernetes:core/v1:ConfigMap";
    public const string CronJob = "kubernetes:batch/v1:CronJob";
    public const string DaemonSet = "kubernetes:apps/v1:DaemonSet";
    public const string Deployment = "kubernetes:apps/v1:Deployment";
    public const string Gateway = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
    public const string HttpRoute = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";
    public const string HorizontalPodAutoscaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    public const string Ingress = "kubernetes:networking.k8s.io/v1:Ingress";
    public const string Job = "kubernetes:batch/v1:Job";
    public const string LimitRange = "kubernetes:core/v1:LimitRange";
    public const string MutatingWebhookConfiguration = "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration";
    public const string Namespace = "kubernetes:core/v1:Namespace";
    public const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    public const string PersistentVolume = "kubernetes:core/v1:PersistentVolume";
    public const string PersistentVolumeClaim = "kubernetes:core/v1:PersistentVolumeClaim";
    public const string Pod = "kubernetes:core/v1:Pod";
    public const string PodDisruptionBudget = "kubernetes:policy/v1:PodDisruptionBudget";
    public const string ReplicaSet = "kubernetes:apps/v1:ReplicaSet";
    public const string ResourceQuota = "kubernetes:core/v1:ResourceQuota";
    public const string Role = "kubernetes:rbac.authorization.k8s.io/v1:Role";
    public const string RoleBinding = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";
    public const string RuntimeClass = "kubernetes:node.k8s.io/v1:RuntimeClass";
    public const string Secret = "kubernetes:core/v1:Secret";
    public const string SecretProviderClass = "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass";
    public const string Service = "kubernetes:core/v1:Service";
    public const string ServiceAccount = "kubernetes:core/v1:ServiceAccount";
    public const string StatefulSet = "kubernetes:apps/v1:StatefulSet";
    public const string StorageClass = "kubernetes:storage.k8s.io/v1:StorageClass";
    public const string ValidatingAdmissionPolicy = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy";
    public const string ValidatingAdmissionPolicyBinding = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding";
    public const string ValidatingWebhookConfiguration = "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration";
#pragma warning restore CS1591
}
