namespace LlmOpsSecure.Infra.Configuration;

/// <summary>One model: what it is, and how much of it a request may use.</summary>
public sealed record ModelSettings
{
    /// <summary>Name that clients use, and of the Kubernetes objects.</summary>
    public required string Name { get; init; }

    /// <summary>Revision of the weights, which is also their folder in the model store.</summary>
    public required string Revision { get; init; }

    /// <summary>Who vouches for the weights.</summary>
    public required string Signer { get; init; }

    /// <summary>sha256 of each file by its relative path; no other file is served.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Most tokens of prompt and answer together.</summary>
    public required int ContextTokens { get; init; }

    /// <summary>Most tokens of an answer.</summary>
    public required int OutputTokens { get; init; }

    /// <summary>Most requests in the engine at once.</summary>
    public required int Sequences { get; init; }

    /// <summary>GPUs, or slices, of one replica.</summary>
    public required int Gpus { get; init; }

    /// <summary>Least replicas.</summary>
    public required int Replicas { get; init; }

    /// <summary>Most replicas.</summary>
    public required int MaxReplicas { get; init; }

    /// <summary>Memory of one replica, in GiB.</summary>
    public required int MemoryGiB { get; init; }
}
