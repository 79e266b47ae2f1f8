namespace LlmOpsSecure.Policies.Model;

/// <summary>What a violation does to a deployment.</summary>
public enum Enforcement
{
    /// <summary>It is reported and the deployment goes on.</summary>
    Advisory,

    /// <summary>It stops the deployment.</summary>
    Mandatory,

    /// <summary>The policy corrects the resource first; what it cannot correct stops the deployment.</summary>
    Remediate,

    /// <summary>The policy is not asked.</summary>
    Disabled,
}
