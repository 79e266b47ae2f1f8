using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests;

/// <summary>Holds the Kubernetes objects against the API server's own libraries, where the tool lies beside the repository.</summary>
public sealed class ManifestsTests
{
    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [AdmitTheory]
    [MemberData(nameof(Stacks))]
    public async Task The_api_server_accepts_every_object(string stack)
    {
        await AcceptsAsync(await Recorded.Stack(stack));
    }

    internal static async Task AcceptsAsync(RecordedStack stack)
    {
        using var folder = new TemporaryFolder();
        foreach (var (index, resource) in stack.Resources.Where(resource => resource.Inputs.ContainsKey("kind") && resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)).Index())
        {
            folder.Write($"{index:d4}-{resource.Name}.json", resource.Json);
        }

        var (code, output) = await Admit.RunAsync("--crds", Admit.Definitions, folder.Path);
        Assert.True(code == 0 && output.TrimEnd().EndsWith(" 0 errors, 0 warnings", StringComparison.Ordinal), output);
    }
}
