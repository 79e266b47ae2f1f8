using System.Diagnostics;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests;

/// <summary>Holds the Kubernetes objects against the API server's own libraries, where the tool lies beside the repository.</summary>
public sealed class ManifestsTests
{
    public static TheoryData<string> Stacks => [.. StackFile.Names];

    private static string Shared => Path.GetFullPath(Path.Combine(StackFile.Root, "..", "shared"));

    private static string Tool => Path.Combine(Shared, "tools", "admit", "admit");

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_api_server_accepts_every_object(string stack)
    {
        var folder = Write(await Recorded.Stack(stack));
        try
        {
            var (code, output) = await Admit("--crds", Path.Combine(Shared, "fixtures", "schemas", "crds"), folder);
            Assert.True(code == 0 && output.TrimEnd().EndsWith(" 0 errors, 0 warnings", StringComparison.Ordinal), output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Write(RecordedStack stack)
    {
        var folder = Directory.CreateTempSubdirectory("llmops-manifests").FullName;
        foreach (var (index, resource) in stack.Resources.Where(resource => resource.Inputs.ContainsKey("kind") && resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)).Index())
        {
            File.WriteAllText(Path.Combine(folder, $"{index:d4}-{resource.Name}.json"), resource.Json);
        }

        return folder;
    }

    private static async Task<(int Code, string Output)> Admit(params string[] arguments)
    {
        var start = new ProcessStartInfo(Tool) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + errors);
    }
}
