using System.Diagnostics;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>How a pack is started: as an executable file, or as a folder whose PulumiPolicy.yaml names a runtime.</summary>
/// <param name="Command">The command, to which the engine's address is added.</param>
/// <param name="Root">The folder of the pack.</param>
/// <param name="Version">The version that PulumiPolicy.yaml gives; null for the pack's own.</param>
/// <param name="After">Arguments that follow the engine's address.</param>
internal sealed record PackLocation(ProcessStartInfo Command, string Root, string? Version, IReadOnlyList<string> After)
{
    private const string File = "PulumiPolicy.yaml";

    /// <summary>Finds out how to start a pack; builds it where that is needed. What is no pack throws <see cref="InputException"/>.</summary>
    /// <param name="path">A folder, or an executable file.</param>
    /// <param name="workingFolder">Where packs run: the folder of the program, as under the Pulumi CLI.</param>
    /// <param name="cancellation">Interrupts a build.</param>
    public static async Task<PackLocation> FindAsync(string path, string workingFolder, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        var command = new ProcessStartInfo { WorkingDirectory = workingFolder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (System.IO.File.Exists(full))
        {
            command.FileName = full;
            var folder = Path.GetDirectoryName(full)!;
            var beside = Path.Combine(folder, File);
            return new(command, folder, System.IO.File.Exists(beside) ? ProjectFile.ReadPack(beside).Version : null, []);
        }

        if (!Directory.Exists(full))
        {
            throw new InputException("--policy-pack", $"there is no file or folder '{path}'");
        }

        var file = Path.Combine(full, File);
        if (!System.IO.File.Exists(file))
        {
            throw new InputException("--policy-pack", $"a policy pack must have a {File}, but '{path}' has none");
        }

        var (runtime, binary, version) = ProjectFile.ReadPack(file);
        if (binary is not null)
        {
            // Like the Pulumi CLI: relative to the folder where the pack runs, which is the program's.
            var program = Path.GetFullPath(Path.Combine(workingFolder, binary));
            if (!System.IO.File.Exists(program))
            {
                throw new InputException($"{file}: runtime.options.binary", $"there is no file '{binary}' in the program's folder {workingFolder}, where packs run; name it by an absolute path, or give the file itself to --policy-pack");
            }

            command.FileName = program.EndsWith(".dll", StringComparison.Ordinal) ? "dotnet" : program;
            if (command.FileName == "dotnet")
            {
                command.ArgumentList.Add(program);
            }

            return new(command, full, version, []);
        }

        if (runtime == "nodejs")
        {
            var sdk = ProgramHost.FindNodeCommand(full, "run-policy-pack") ?? throw new InputException(path, "the pack needs @pulumi/pulumi in node_modules; run npm ci there");
            command.FileName = "node";
            command.ArgumentList.Add(sdk);
            command.WorkingDirectory = full; // where the Node SDK looks for the pack's package.json
            return new(command, full, version, [full]);
        }

        command.FileName = "dotnet";
        command.ArgumentList.Add(await ProgramHost.BuildAsync(full, "the policy pack", cancellation));
        return new(command, full, version, []);
    }
}
