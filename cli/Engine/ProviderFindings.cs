using LlmOpsSecure.Cli.Providers;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What the provider of a resource would refuse, as findings that block it.</summary>
internal static class ProviderFindings
{
    /// <summary>All refusals of a resource whose provider can be asked.</summary>
    public static IEnumerable<ReportFinding> Of(ResourceState draft) =>
        AzureInputs.Check(draft.Type, EngineValues.Flatten(SimulatedProvider.Named(draft.Urn, draft.Type, draft.Name, draft.Inputs))).Where(refusal => refusal.Path != "name" || draft.Inputs["name"] is not null).Select(refusal => new ReportFinding
        {
            Policy = "provider",
            Severity = Severity.High,
            Mandatory = true,
            Result = "refused",
            Urn = draft.Urn,
            Type = draft.Type,
            Path = refusal.Path,
            Message = $"{refusal.Path} {refusal.Problem}",
        });
}
