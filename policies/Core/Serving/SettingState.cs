namespace LlmOpsSecure.Policies.Serving;

/// <summary>What is known about a setting of a model server.</summary>
public enum SettingState
{
    /// <summary>It is nowhere.</summary>
    Absent,

    /// <summary>It may be in a file or variable source that is another object of the cluster.</summary>
    Elsewhere,

    /// <summary>Whether it is there, or its value, is not known before deployment.</summary>
    Unknown,

    /// <summary>It is there.</summary>
    Known,
}
