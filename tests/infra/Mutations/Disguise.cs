namespace LlmOpsSecure.Infra.Tests.Mutations;

/// <summary>How an insecure change is hidden from a naive rule.</summary>
internal enum Disguise
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>The value is marked as a secret.</summary>
    Secret,

    /// <summary>A truth value or number is written as text.</summary>
    Text,

    /// <summary>The value is not known before deployment; then a policy that says it cannot decide is right too.</summary>
    Unknown,

    /// <summary>The object is inside of a list kind.</summary>
    List,

    /// <summary>The object is changed by a patch kind.</summary>
    Patch,

    /// <summary>The container is an init container.</summary>
    InitContainer,

    /// <summary>The type is written with a deprecated token.</summary>
    Alias,
}
