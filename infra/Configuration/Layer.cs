namespace LlmOpsSecure.Infra.Configuration;

/// <summary>Which half of the system a stack builds. The halves are apart because a private cluster is reached only from inside its network.</summary>
public enum Layer
{
    /// <summary>Both, which needs a runner inside the network; the default for a preview.</summary>
    All,

    /// <summary>The Azure resources.</summary>
    Platform,

    /// <summary>The Kubernetes objects, joined to a platform stack by <c>llmops:platformStack</c>.</summary>
    Workloads,
}
