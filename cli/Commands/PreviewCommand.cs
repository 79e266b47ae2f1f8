using System.CommandLine;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Cli.Output;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Commands;

/// <summary><c>llmops preview</c>: shows and judges what a program would make, without a cloud.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var against = new Option<string?>("--against") { Description = "A `pulumi stack export` document to compare with." };
        var save = new Option<string?>("--save") { Description = "Write the state that would be, in the same form." };
        var manifests = new Option<string?>("--manifests") { Description = "Write the Kubernetes objects as YAML into this folder." };
        var program = new ProgramOptions();
        var report = new ReportOptions();
        var command = new Command("preview", "Show and judge what a program would make.") { against, save, manifests };
        program.AddTo(command);
        program.AddPacksTo(command);
        report.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var former = parsed.GetValue(against) is { } file ? StateDocument.Read(file, mayBeMissing: false) : null;
            var result = await program.RunAsync(parsed, isPreview: true, former, report, cancellation);
            ThrowIfBroken(result);
            if (parsed.GetValue(save) is { } target)
            {
                result.State.Write(target);
            }

            if (parsed.GetValue(manifests) is { } folder)
            {
                ManifestWriter.Write(folder, result);
            }

            return Finish(parsed, program, report, result, "preview");
        });
        return command;
    }

    /// <summary>Ends the command where a run ended in a way that is no verdict: a policy pack that cannot be used, or a defect of the engine.</summary>
    public static void ThrowIfBroken(OperationResult result)
    {
        switch (result.Broken)
        {
            case null:
                return;
            case PackException pack:
                throw pack;
            default:
                throw new InvalidOperationException("The engine failed.", result.Broken);
        }
    }

    /// <summary>Shows the result and tells the exit code.</summary>
    public static int Finish(ParseResult parsed, ProgramOptions program, ReportOptions report, OperationResult result, string what)
    {
        var judged = report.Judged(parsed, [new ReportInput(program.Stack(parsed), "program", result.Live.Count(), result.Findings)]);
        if (!report.IsMachineReadable(parsed))
        {
            Console.Out.Write(OperationText.Of(result with { Findings = judged.Inputs[0].Findings }, what, program.Stack(parsed), Paint.Style(Paint.Wanted)));
        }
        else
        {
            foreach (var diagnostic in result.Diagnostics.Where(diagnostic => diagnostic.Severity == "error"))
            {
                Console.Error.WriteLine($"error: {diagnostic.Text}");
            }
        }

        using var standardOutput = Console.OpenStandardOutput();
        var verdict = report.IsMachineReadable(parsed) ? report.Write(parsed, judged, standardOutput) : report.WriteFiles(parsed, judged);
        return result.Failed ? ExitCode.Violations : verdict;
    }
}
