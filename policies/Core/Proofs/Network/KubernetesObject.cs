using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>A Kubernetes object of a stack, wherever it stands: a resource of its own, or an item of a list.</summary>
/// <param name="Resource">The resource that holds it.</param>
/// <param name="Group">The API group and version, such as <c>networking.k8s.io/v1</c>; <c>v1</c> for the core group.</param>
/// <param name="Kind">The kind, such as <c>NetworkPolicy</c>.</param>
/// <param name="Root">The object.</param>
internal sealed record KubernetesObject(Resource Resource, string Group, string Kind, Field Root)
{
    private const string Prefix = "kubernetes:";

    /// <summary>The type token that the object has as a resource of its own.</summary>
    public string Type => $"{Prefix}{(this.Group.Contains('/', StringComparison.Ordinal) ? this.Group : "core/" + this.Group)}:{this.Kind}";

    /// <summary>The namespace; <c>default</c> if absent; null while it is not known.</summary>
    public string? Namespace => this.Root["metadata.namespace"] is { IsUnknown: false } space ? space.AsText is { Length: > 0 } text ? text : "default" : null;

    /// <summary>The name, or that of the resource while the object's own is not known.</summary>
    public string Name => this.Root["metadata.name"].AsText ?? this.Resource.Name;

    /// <summary>The labels; a value that is not known is null.</summary>
    public IReadOnlyDictionary<string, string?> Labels => ReadLabels(this.Root["metadata"]);

    /// <summary>Every Kubernetes object of the stack, in its order.</summary>
    public static IEnumerable<KubernetesObject> In(Stack stack)
    {
        foreach (var resource in stack.Resources)
        {
            if (!resource.Type.StartsWith(Prefix, StringComparison.Ordinal) || resource.Type.LastIndexOf(':') is var colon && colon < Prefix.Length)
            {
                continue;
            }

            var group = resource.Type[Prefix.Length..colon];
            var kind = resource.Type[(colon + 1)..];
            group = group.StartsWith("core/", StringComparison.Ordinal) ? group["core/".Length..] : group;
            if (!kind.EndsWith("List", StringComparison.Ordinal))
            {
                yield return new(resource, group, kind, resource.Root);
                continue;
            }

            foreach (var item in resource["items"].Items)
            {
                yield return new(resource, item["apiVersion"].AsText ?? group, item["kind"].AsText ?? kind[..^"List".Length], item);
            }
        }
    }

    internal static IReadOnlyDictionary<string, string?> ReadLabels(Field metadata) =>
        metadata["labels"].Members.ToDictionary(label => label.Name, label => label.Field.IsUnknown ? null : LabelSelector.TextOf(label.Field), StringComparer.Ordinal);
}
