namespace LlmOpsSecure.Cli.Readers;

/// <summary>What an input turned out to be.</summary>
internal enum InputKind
{
    /// <summary>A document of <c>pulumi stack export</c>.</summary>
    State,

    /// <summary>A document of <c>pulumi preview --json</c>, or the events of the engine, a line each.</summary>
    Preview,

    /// <summary>Kubernetes manifests.</summary>
    Manifests,

    /// <summary>A program that was run.</summary>
    Program,
}
