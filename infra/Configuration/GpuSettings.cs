using LlmOpsSecure.Infra.Cluster;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>The GPU pool.</summary>
public sealed record GpuSettings
{
    /// <summary>The VM size and what it offers.</summary>
    public required GpuSku Sku { get; init; }

    /// <summary>MIG profile (<c>MIG1g</c> ...) that splits each GPU in hardware; null leaves GPUs whole.</summary>
    public string? Mig { get; init; }

    /// <summary>Least nodes.</summary>
    public required int MinNodes { get; init; }

    /// <summary>Most nodes, which is also the cost ceiling.</summary>
    public required int MaxNodes { get; init; }

    /// <summary>GPUs, or slices of them, that pods can ask for when the pool is full.</summary>
    public int Capacity => this.MaxNodes * this.Sku.Gpus * (this.Mig is null ? 1 : GpuSkus.SlicesPerGpu(this.Mig));
}
