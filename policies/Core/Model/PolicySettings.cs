namespace LlmOpsSecure.Policies.Model;

/// <summary>What the users of a pack chose: enforcement and parameters per policy, and exemptions.</summary>
public sealed record PolicySettings
{
    /// <summary>Settings that leave every policy as it is.</summary>
    public static PolicySettings None { get; } = new();

    /// <summary>Enforcement of every policy without one of its own; null leaves each at its default.</summary>
    public Enforcement? All { get; init; }

    /// <summary>Settings by policy id.</summary>
    public IReadOnlyDictionary<string, PolicySetting> Policies { get; init; } = new Dictionary<string, PolicySetting>(StringComparer.Ordinal);

    /// <summary>The exemptions, in the order of their file.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>The day on which the stack is judged: exemptions expire and version floors grow stale by it.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
