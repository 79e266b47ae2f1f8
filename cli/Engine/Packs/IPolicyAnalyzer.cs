using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>A policy pack as the engine uses it, in this process or behind the Analyzer protocol. What makes a pack unusable throws <see cref="PackException"/>.</summary>
internal interface IPolicyAnalyzer : IAsyncDisposable
{
    /// <summary>The corrections of a resource, each to be applied to the result of the one before.</summary>
    Task<IReadOnlyList<Correction>> RemediateAsync(Subject subject, CancellationToken cancellation);

    /// <summary>What the pack says about one resource.</summary>
    Task<IReadOnlyList<ReportFinding>> AnalyzeAsync(Subject subject, CancellationToken cancellation);

    /// <summary>What the pack says about all resources together.</summary>
    Task<IReadOnlyList<ReportFinding>> AnalyzeStackAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation);
}
