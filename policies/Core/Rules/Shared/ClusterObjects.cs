using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Serving;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>The Kubernetes objects of a stack by kind, namespace and name: so a policy tells whether what one object names is there.</summary>
internal sealed class ClusterObjects
{
    private static readonly string[] Opaque =
    [
        "kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart", "kubernetes:yaml/v2:ConfigFile", "kubernetes:yaml/v2:ConfigGroup", "kubernetes:kustomize/v2:Directory",
        "kubernetes:ray.io/v1:RayCluster", "kubernetes:ray.io/v1:RayService", "kubernetes:serving.knative.dev/v1:Service", .. OperatorsAreOpaque.Kinds,
    ];

    private readonly HashSet<(string Type, string? Namespace, string? Name)> named;
    private readonly bool isWhole;

    private ClusterObjects(Stack stack)
    {
        var all = stack.Resources.SelectMany(resource => resource.Expand()).Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)).Select(resource => (Type: TypeToken.Canonical(resource.Type), Resource: resource)).ToList();
        this.named = [.. all.Select(one => (one.Type, NamespaceOf(one.Resource), one.Resource["metadata.name"].AsText))];
        this.isWhole = !stack.OfType(Opaque).Any() && !this.named.Any(one => one.Namespace is null || one.Name is null);
    }

    /// <summary>The objects of a stack.</summary>
    public static ClusterObjects Of(Stack stack) => new(stack);

    /// <summary>Whether it is certain that an object is not part of the stack, of which nothing is hidden in a chart, made by an operator, or not known.</summary>
    public bool Lacks(string type, string? space, string name) =>
        this.isWhole && space is not null && !this.named.Contains((TypeToken.Canonical(type), space, name));

    /// <summary>Whether nothing of the stack is hidden in a chart, made by an operator, or not known.</summary>
    public bool IsWhole => this.isWhole;

    /// <summary>The namespace of an object; null while it is not known.</summary>
    public static string? NamespaceOf(Resource resource) => resource["metadata.namespace"] is { IsUnknown: false } space ? space.AsText ?? "default" : null;
}
