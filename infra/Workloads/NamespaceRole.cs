namespace LlmOpsSecure.Infra.Workloads;

/// <summary>What a namespace is for; its label <c>llmops/role</c> says so, and admission policies go by it.</summary>
public enum NamespaceRole
{
    /// <summary>Model servers.</summary>
    Models,

    /// <summary>Gateways, their control planes and the rate-limit store.</summary>
    Gateway,

    /// <summary>Guards of tools and egress proxies.</summary>
    Edge,

    /// <summary>Tool sandboxes.</summary>
    Sandbox,

    /// <summary>What proposes and executes decisions.</summary>
    Decisions,
}
