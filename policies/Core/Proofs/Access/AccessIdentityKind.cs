namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>The sorts of identities.</summary>
public enum AccessIdentityKind
{
    /// <summary>The pods of a workload.</summary>
    Workload,

    /// <summary>A Kubernetes service account.</summary>
    ServiceAccount,

    /// <summary>A user-assigned managed identity.</summary>
    ManagedIdentity,

    /// <summary>The identity that Azure gives to a resource itself.</summary>
    Resource,

    /// <summary>A user, group or service principal in Entra, by its object id.</summary>
    Principal,

    /// <summary>Whoever a federated credential trusts outside the cluster.</summary>
    External,

    /// <summary>A user as Kubernetes names it.</summary>
    KubernetesUser,

    /// <summary>A group as Kubernetes names it.</summary>
    KubernetesGroup,

    /// <summary>Every right in one namespace.</summary>
    NamespaceAdmin,

    /// <summary>Root on a node.</summary>
    Node,

    /// <summary>Every right in the cluster.</summary>
    ClusterAdmin,
}
