using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>Asks the packs of a run as the Pulumi engine does: corrections from one after the other, judgements from all at once.</summary>
internal static class PolicyHost
{
    /// <summary>The resource as the packs correct it, each seeing what the ones before made of it.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="subject">The resource.</param>
    /// <param name="findings">Takes what a correction could not tell.</param>
    /// <param name="corrected">Takes the policies that corrected.</param>
    /// <param name="cancellation">Interrupts it.</param>
    public static async Task<ResourceState> RemediateAsync(IReadOnlyList<IPolicyAnalyzer> packs, Subject subject, List<ReportFinding> findings, List<string> corrected, CancellationToken cancellation)
    {
        foreach (var pack in packs)
        {
            foreach (var correction in await pack.RemediateAsync(subject, cancellation))
            {
                if (correction.Properties is { } properties)
                {
                    subject = subject with { State = subject.State with { Inputs = properties } };
                    corrected.Add(correction.Policy);
                }
                else if (correction.Problem is { } problem)
                {
                    findings.Add(new ReportFinding { Policy = correction.Policy, Severity = Severity.Medium, Mandatory = false, Result = "undetermined", Urn = subject.State.Urn, Type = subject.State.Type, Message = problem });
                }
            }
        }

        return subject.State;
    }

    /// <summary>What the packs say about a resource, in the order of the packs.</summary>
    public static async Task<IEnumerable<ReportFinding>> AnalyzeAsync(IReadOnlyList<IPolicyAnalyzer> packs, Subject subject, CancellationToken cancellation) =>
        (await Task.WhenAll(packs.Select(pack => pack.AnalyzeAsync(subject, cancellation)))).SelectMany(found => found);

    /// <summary>What the packs say about the stack, in the order of the packs.</summary>
    public static async Task<IEnumerable<ReportFinding>> AnalyzeStackAsync(IReadOnlyList<IPolicyAnalyzer> packs, IReadOnlyList<Subject> subjects, CancellationToken cancellation) =>
        (await Task.WhenAll(packs.Select(pack => pack.AnalyzeStackAsync(subjects, cancellation)))).SelectMany(found => found);
}
