using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Commands;

/// <summary>Judges what a reader read.</summary>
internal static class Judge
{
    public static ReportInput Of(JudgedInput input, PolicyPack pack, PolicySettings settings)
    {
        PolicySession session;
        try
        {
            session = pack.Start(settings);
        }
        catch (PolicySettingsException error)
        {
            throw new InputException("policy configuration", error.Message);
        }

        var findings = new List<ReportFinding>[input.Inputs.Count];
        Parallel.For(0, input.Inputs.Count, () => new TextPool(), (index, _, texts) =>
        {
            var resource = input.Inputs[index];
            if (session.Concerns(resource.Type) || resource.Type.EndsWith("List", StringComparison.Ordinal))
            {
                findings[index] = [.. session.Analyze(resource.Unread()).Select(report => Found(report, texts))];
            }

            return texts;
        }, _ => { });
        var all = new TextPool();
        return new(
            input.Name,
            input.Kind.ToString().ToLowerInvariant(),
            input.Inputs.Count,
            [.. findings.Where(list => list is not null).SelectMany(list => list), .. session.AnalyzeStack(input.Stack).Select(report => Found(report, all))]);
    }

    // Resources that are alike are wrong alike, in the same words.
    private static ReportFinding Found(PolicyReport report, TextPool texts) => ReportFinding.Of(report with { Path = texts[report.Path], Message = texts[report.Message] });
}
