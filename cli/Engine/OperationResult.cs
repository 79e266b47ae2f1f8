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
    /// <summary>The resources with their inputs.</summary>
    public IEnumerable<Step> Live => this.Steps.Where(step => step.Op != Operation.Delete);
}

/// <summary>A message of the program or the engine.</summary>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Urn">The resource; empty for none.</param>
/// <param name="Text">The message.</param>
internal sealed record Diagnostic(string Severity, string Urn, string Text);
