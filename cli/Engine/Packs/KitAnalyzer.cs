using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>The kit's own pack, in this process.</summary>
internal sealed class KitAnalyzer(PolicySession session, ProjectFile project, OperationRequest request) : IPolicyAnalyzer
{
    public Task<IReadOnlyList<Correction>> RemediateAsync(Subject subject, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Correction>>(
        [.. session.Remediate(subject.State.ToResource(subject.Provider, subject.State.Inputs)).Select(correction => new Correction(correction.Policy.Id, correction.Properties, correction.Problem))]);

    public Task<IReadOnlyList<ReportFinding>> AnalyzeAsync(Subject subject, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReportFinding>>(
        [.. session.Analyze(subject.State.ToResource(subject.Provider, EngineValues.WithoutInternals(subject.State.Inputs))).Select(ReportFinding.Of)]);

    public Task<IReadOnlyList<ReportFinding>> AnalyzeStackAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var stack = new Stack([.. subjects.Select(subject => subject.State.ToResource(subject.Provider))])
        {
            Name = request.Stack,
            Project = project.Name,
            IsPreview = request.IsPreview,
        };
        return Task.FromResult<IReadOnlyList<ReportFinding>>([.. session.AnalyzeStack(stack).Select(ReportFinding.Of)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
