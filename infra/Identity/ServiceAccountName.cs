namespace LlmOpsSecure.Infra.Identity;

/// <summary>A service account of the cluster.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
public sealed record ServiceAccountName(string Namespace, string Name)
{
    /// <summary>The name of the identity that belongs to it.</summary>
    public string IdentityName => $"{this.Namespace}-{this.Name}";

    /// <summary>The subject of its tokens.</summary>
    public string Subject => $"system:serviceaccount:{this.Namespace}:{this.Name}";
}
