namespace LlmOpsSecure.Infra.Workloads;

/// <summary>What a <see cref="SecureNamespace"/> needs.</summary>
public sealed record SecureNamespaceArgs
{
    /// <summary>The stack.</summary>
    public required WorkloadScope Scope { get; init; }

    /// <summary>What it is for.</summary>
    public required NamespaceRole Role { get; init; }

    /// <summary>Most pods.</summary>
    public required int Pods { get; init; }

    /// <summary>Most CPUs.</summary>
    public required int Cpus { get; init; }

    /// <summary>Most memory, in GiB.</summary>
    public required int MemoryGiB { get; init; }

    /// <summary>Most GPUs, or slices; none by default.</summary>
    public int Gpus { get; init; }

    /// <summary>The tenant that owns it; null where tenants share it.</summary>
    public string? Tenant { get; init; }

    /// <summary>Services of type load balancer; none by default.</summary>
    public int LoadBalancers { get; init; }
}
