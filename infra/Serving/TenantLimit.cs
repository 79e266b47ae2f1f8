namespace LlmOpsSecure.Infra.Serving;

/// <summary>How much of a server one tenant may have, counted by the guard.</summary>
/// <param name="Id">The tenant's id, which the gateway sends.</param>
/// <param name="RequestsPerMinute">Requests in any minute, over all replicas.</param>
/// <param name="Concurrency">Requests at once, for each replica.</param>
/// <param name="OutputBytesPerHour">Bytes of answers in any hour, over all replicas; an answer that began below the limit is sent to its end.</param>
public sealed record TenantLimit(string Id, int RequestsPerMinute, int Concurrency, long OutputBytesPerHour)
{
    /// <summary>
    /// Most bytes that a token of an answer takes as an event of a stream: more than a server sends, so that the guard never refuses what a token budget
    /// still allows.
    /// </summary>
    public const int BytesPerToken = 512;

    /// <summary>The most that a counter of bytes holds.</summary>
    public const long MostBytes = 4_000_000_000;

    /// <summary>The limits of a tenant that shares a server with others: none has less than its share of the places, and none more.</summary>
    public static TenantLimit Of(Configuration.TenantSettings tenant, int sequences, int tenants) => new(
        tenant.ClientId, tenant.RequestsPerMinute, Math.Max(1, sequences / tenants), Math.Min((long)tenant.TokensPerHour * BytesPerToken, MostBytes));
}
