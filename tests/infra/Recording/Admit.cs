using System.Diagnostics;

namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>The tool beside the repository that judges manifests with the API server's own libraries.</summary>
internal static class Admit
{
    private static string Shared => Path.GetFullPath(Path.Combine(StackFile.Root, "..", "shared"));

    private static string Tool => Path.Combine(Shared, "tools", "admit", "admit");

    /// <summary>The folder of the custom kinds' definitions.</summary>
    public static string Definitions => Path.Combine(Shared, "fixtures", "schemas", "crds");

    /// <summary>Why the tests that need the tool are skipped; null where it is there.</summary>
    public static string? Missing => File.Exists(Tool) ? null : "Needs the tool ../shared/tools/admit, which judges objects by the API server's own libraries.";

    public static async Task<(int Code, string Output)> RunAsync(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Tool) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
