using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What an operation did or would do.</summary>
/// <param name="Steps">The steps in order; deletions last.</param>
/// <param name="Findings">What policies and providers found.</param>
/// <param name="Diagnostics">What program and engine said.</param>
/// <param name="Outputs">The stack's outputs.</param>
/// <param name="State">The state afterwards.</param>
/// <param name="Failed">Whether something failed that is no finding.</param>
internal sealed record OperationResult(IReadOnlyList<Step> Steps, IReadOnlyList<ReportFinding> Findings, IReadOnlyList<Diagnostic> Diagnostics, PropertyValue Outputs, StateDocument State, bool Failed)
{
    /// <summary>What made the run impossible to go on with, such as a policy pack that died; null if nothing did. Nothing else of the result is a verdict then.</summary>
    public Exception? Broken { get; init; }

    /// <summary>The resources that are there afterwards.</summary>
    public IEnumerable<Step> Live => this.Steps.Where(step => step.Op != Operation.Delete);
}
