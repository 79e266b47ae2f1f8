namespace LlmOpsSecure.Policies.Model;

/// <summary>What the users of a pack chose for one policy.</summary>
public sealed record PolicySetting
{
    /// <summary>Its enforcement; null for the default.</summary>
    public Enforcement? Enforcement { get; init; }

    /// <summary>Its parameters by name.</summary>
    public IReadOnlyDictionary<string, PropertyValue> Parameters { get; init; } = new Dictionary<string, PropertyValue>(StringComparer.Ordinal);
}
