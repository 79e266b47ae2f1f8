using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Infra.Tests;

/// <summary>Every stack, run whole under the embedded engine: the Azure provider's facts refuse none of its inputs, neither what a preview knows nor what an update makes of it, and the pack finds nothing that is not exempted and leaves nothing undecided.</summary>
public sealed class ProviderTests
{
    public static TheoryData<string, bool> Runs
    {
        get
        {
            var runs = new TheoryData<string, bool>();
            foreach (var stack in StackFile.Names)
            {
                runs.Add(stack, true);
                runs.Add(stack, false);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_provider_refuses_nothing_and_the_pack_decides_everything(string stack, bool isPreview)
    {
        var project = ProjectFile.Read(StackFile.Root, stack);
        var built = Path.GetRelativePath(project.Program, Path.Combine(AppContext.BaseDirectory.Replace("LlmOpsSecure.Infra.Tests", "LlmOpsSecure.Infra", StringComparison.Ordinal), "LlmOpsSecure.Infra.dll"));
        var result = await EmbeddedEngine.RunAsync(project with { Binary = built }, new OperationRequest { IsPreview = isPreview, Stack = stack }, PolicyPack.Kit.Start(), [], new Progress<string>(), CancellationToken.None);

        Assert.Null(result.Broken);
        Assert.DoesNotContain(result.Diagnostics, message => message.Severity == "error");
        Assert.Empty(result.Findings.Where(finding => finding.Result != "exempted").Select(finding => $"{finding.Urn}: {finding.Message}"));
        Assert.Contains(result.Steps, step => step.State.Type.StartsWith("azure:", StringComparison.Ordinal));
    }
}
