namespace LlmOpsSecure.Policies.Model;

/// <summary>How bad a violation is. Critical and high block a deployment unless the settings say otherwise; medium and low advise.</summary>
public enum Severity
{
    /// <summary>Good practice.</summary>
    Low,

    /// <summary>A defence is missing that others may make up for.</summary>
    Medium,

    /// <summary>One further mistake away from a breach.</summary>
    High,

    /// <summary>A breach by itself.</summary>
    Critical,
}
