namespace LlmOpsSecure.Infra.Configuration;

/// <summary>One class of tool sandboxes: an MCP server that runs in virtual machines of its own and reaches only the hosts listed.</summary>
public sealed record SandboxSettings
{
    /// <summary>Name of the class and of its namespace.</summary>
    public required string Name { get; init; }

    /// <summary>Image in the stack's registry, by repository and digest: <c>tools/search@sha256:...</c>.</summary>
    public required string Image { get; init; }

    /// <summary>Names of the tools that clients may call.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Names of the tenants that may call them.</summary>
    public required IReadOnlyList<string> Tenants { get; init; }

    /// <summary>Hosts that the tool may reach; empty for none.</summary>
    public required IReadOnlyList<EgressRule> Allow { get; init; }

    /// <summary>Connections a minute that one sandbox may open.</summary>
    public required int ConnectionsPerMinute { get; init; }

    /// <summary>Bytes a second that one sandbox may receive.</summary>
    public required int BytesPerSecond { get; init; }

    /// <summary>Memory of one sandbox, which is also its virtual machine's, in MiB.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Sandboxes that run at once.</summary>
    public required int Replicas { get; init; }

    /// <summary>Seconds after which a sandbox is thrown away.</summary>
    public required int LifetimeSeconds { get; init; }

    /// <summary>Whether sandboxes come from a warm pool of the agent-sandbox controller instead of a deployment.</summary>
    public required bool WarmPool { get; init; }
}
