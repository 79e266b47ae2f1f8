namespace LlmOpsSecure.Infra.Configuration;

/// <summary>One tenant: who it is, and what it may use.</summary>
public sealed record TenantSettings
{
    /// <summary>Name of the tenant in objects and logs.</summary>
    public required string Name { get; init; }

    /// <summary>The application id in the <c>azp</c> claim of its tokens.</summary>
    public required string ClientId { get; init; }

    /// <summary>Requests a minute.</summary>
    public required int RequestsPerMinute { get; init; }

    /// <summary>Tokens an hour, prompt and answer.</summary>
    public required int TokensPerHour { get; init; }

    /// <summary>GPUs, or slices, that its own replicas may hold; 0 where replicas are shared.</summary>
    public required int Gpus { get; init; }
}
