using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>The kit's own pack, in this process.</summary>
internal sealed class KitAnalyzer(PolicySession session, ProjectFile project, OperationRequest request) : IPolicyAnalyzer
{
    public Task<IReadOnlyList<Correction>> RemediateAsync(Subject subject, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Correction>>(
        [.. session.Remediate(ToResource(subject, subject.State.Inputs)).Select(correction => new Correction(correction.Policy.Id, correction.Properties, correction.Problem))]);

    public Task<IReadOnlyList<ReportFinding>> AnalyzeAsync(Subject subject, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReportFinding>>(
        [.. session.Analyze(ToResource(subject, EngineValues.WithoutInternals(subject.State.Inputs))).Select(ReportFinding.Of)]);

    public Task<IReadOnlyList<ReportFinding>> AnalyzeStackAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        // Where nothing was computed, as behind a provider whose configuration is not known yet, the inputs are what is planned.
        var stack = new Stack([.. subjects.Select(subject => ToResource(subject, subject.State.Outputs.Members.Count > 0 ? subject.State.Outputs : subject.State.Inputs))])
        {
            Name = request.Stack,
            Project = project.Name,
            IsPreview = request.IsPreview,
        };
        return Task.FromResult<IReadOnlyList<ReportFinding>>([.. session.AnalyzeStack(stack).Select(ReportFinding.Of)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Resource ToResource(Subject subject, PropertyValue properties) => new()
    {
        Type = subject.State.Type,
        Name = subject.State.Name,
        Urn = subject.State.Urn,
        Properties = EngineValues.Flatten(properties),
        Id = subject.State.Id,
        Parent = subject.State.Parent,
        Dependencies = subject.State.Dependencies,
        PropertyDependencies = subject.State.PropertyDependencies,
        Options = subject.State.Options,
        Provider = subject.Provider is { } provider ? new Resource { Type = provider.Type, Name = provider.Name, Urn = provider.Urn, Properties = EngineValues.WithoutInternals(provider.Inputs) } : null,
    };
}
