namespace LlmOpsSecure.Cli.Engine;

/// <summary>What happens to a resource.</summary>
internal enum Operation
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>It is made.</summary>
    Create,

    /// <summary>It is changed in place.</summary>
    Update,

    /// <summary>It is made anew and the old one deleted.</summary>
    Replace,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>It exists elsewhere and is read.</summary>
    Read,

    /// <summary>It exists already and is taken over.</summary>
    Import,
}
