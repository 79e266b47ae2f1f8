using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Finds the node pool in a cluster, or in a pool of its own.</summary>
internal static class Pool
{
    /// <summary>The pool's settings.</summary>
    public static Field Of(Resource resource) => resource.Type.EndsWith("NodePool", StringComparison.Ordinal) ? resource.Root : resource["defaultNodePool"];

    /// <summary>Whether machines of that size have a GPU.</summary>
    public static bool HasGpu(Field size) => size.AsText is { } text && (text.StartsWith("Standard_N", StringComparison.OrdinalIgnoreCase));

    /// <summary>The taints as texts.</summary>
    public static IEnumerable<string> Taints(Field pool) => pool["nodeTaints"].Items.Select(taint => taint.AsText ?? "");
}
