namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Somebody or something that can act: people's groups, managed identities, service accounts, the pods that use them, and the two powers that hold all others.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name, or its object id where nothing else is known.</param>
/// <param name="Namespace">The Kubernetes namespace; null outside Kubernetes.</param>
public sealed record AccessIdentity(AccessIdentityKind Kind, string Name, string? Namespace = null)
{
    /// <summary>Every right in the cluster.</summary>
    public static AccessIdentity ClusterAdmin { get; } = new(AccessIdentityKind.ClusterAdmin, "cluster-admin");

    /// <summary>Root on a node of the cluster.</summary>
    public static AccessIdentity Node { get; } = new(AccessIdentityKind.Node, "nodes");

    /// <summary>URN of the resource that makes it; empty where it is only named.</summary>
    public string Urn { get; init; } = "";

    /// <summary>The kind of a workload, or of a principal in Entra: <c>Deployment</c>, <c>Group</c>; empty where the kind of identity says it all.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Whether two are the same: by kind, namespace and name.</summary>
    public bool Equals(AccessIdentity? other) => other is not null && this.Kind == other.Kind && this.Name == other.Name && this.Namespace == other.Namespace;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(this.Kind, this.Name, this.Namespace);

    /// <summary>The identity as people name it: <c>service account models/qwen</c>.</summary>
    public override string ToString() => this.Kind switch
    {
        AccessIdentityKind.Workload => $"{this.Namespace}/{this.Name}[{this.Detail}]",
        AccessIdentityKind.ServiceAccount => $"service account {this.Namespace}/{this.Name}",
        AccessIdentityKind.ManagedIdentity => $"identity {this.Name}",
        AccessIdentityKind.Resource => $"resource {this.Name}",
        AccessIdentityKind.Principal => $"{(this.Detail.Length > 0 ? this.Detail : "principal").ToLowerInvariant()} {this.Name}",
        AccessIdentityKind.External => $"external subject {this.Name}",
        AccessIdentityKind.KubernetesUser => $"Kubernetes user {this.Name}",
        AccessIdentityKind.KubernetesGroup => $"Kubernetes group {this.Name}",
        AccessIdentityKind.NamespaceAdmin => $"administrator of namespace {this.Name}",
        _ => this.Name,
    };
}
