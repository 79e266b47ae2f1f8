using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LlmOpsSecure.Cli.Output;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Builds a program and runs it as a child, with the environment that the Pulumi engine gives.</summary>
internal static class ProgramHost
{
    /// <summary>The organization of stacks that no cloud keeps.</summary>
    public const string Organization = "organization";

    private const int TailLines = 12;

    /// <summary>The command that runs the program; builds it first where that is needed.</summary>
    public static async Task<ProcessStartInfo> PrepareAsync(ProjectFile project, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo { WorkingDirectory = Directory.Exists(project.Program) ? project.Program : Path.GetDirectoryName(project.Program)!, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        if (project.Binary is { } binary)
        {
            var path = Path.GetFullPath(Path.Combine(start.WorkingDirectory, binary));
            if (!File.Exists(path))
            {
                throw new InputException("Pulumi.yaml: runtime.options.binary", $"there is no file '{binary}'");
            }

            start.FileName = path.EndsWith(".dll", StringComparison.Ordinal) ? "dotnet" : path;
            if (start.FileName == "dotnet")
            {
                start.ArgumentList.Add(path);
            }

            return start;
        }

        if (project.Runtime == "nodejs")
        {
            var run = FindNodeCommand(start.WorkingDirectory, "run") ?? throw new InputException(start.WorkingDirectory, "the program needs @pulumi/pulumi in node_modules; run npm ci there");
            start.FileName = "node";
            start.ArgumentList.Add(run);
            return start;
        }

        var output = await BuildAsync(start.WorkingDirectory, "the program", cancellation);
        start.FileName = "dotnet";
        start.ArgumentList.Add(output);
        return start;
    }

    /// <summary>Runs the program to its end. One that dies, hangs or fails throws <see cref="ProgramException"/>.</summary>
    public static async Task RunAsync(ProcessStartInfo start, ProjectFile project, OperationRequest request, string monitor, Action<string> output, Func<bool> reported, CancellationToken cancellation)
    {
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["PULUMI_ATTACH_DEBUGGER"] = "false",
            ["PULUMI_MONITOR"] = monitor,
            ["PULUMI_ENGINE"] = monitor,
            ["PULUMI_ORGANIZATION"] = Organization,
            ["PULUMI_PROJECT"] = project.Name,
            ["PULUMI_ROOT_DIRECTORY"] = project.Folder,
            ["PULUMI_STACK"] = request.Stack,
            ["PULUMI_PWD"] = start.WorkingDirectory,
            ["PULUMI_DRY_RUN"] = request.IsPreview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = request.Parallel.ToString(CultureInfo.InvariantCulture),
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(project.Config, CliJson.Plain.IReadOnlyDictionaryStringString),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(project.SecretKeys.Order(StringComparer.Ordinal), CliJson.Plain.IEnumerableString),
        })
        {
            start.Environment[name] = value;
        }

        if (project.Runtime == "nodejs" && project.Binary is null)
        {
            foreach (var argument in new[] { "--monitor", monitor, "--engine", monitor, "--organization", Organization, "--project", project.Name, "--stack", request.Stack, "--pwd", start.WorkingDirectory, "--root-directory", project.Folder })
            {
                start.ArgumentList.Add(argument);
            }

            if (request.IsPreview)
            {
                start.ArgumentList.Add("--dry-run");
            }

            start.ArgumentList.Add("--query-mode=false");
            start.ArgumentList.Add("--parallel");
            start.ArgumentList.Add(request.Parallel.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(".");
        }

        ChildProcess process;
        try
        {
            process = ChildProcess.Start(start, TailLines, tellsPort: false);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            throw new ProgramException($"The program cannot be started: {error.Message}.");
        }

        using (process)
        {
            process.Follow(output, null);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(request.Timeout);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new ProgramException($"The program did not end within {request.Timeout.TotalSeconds:0} seconds and was stopped{process.Tail}");
            }

            if (process.ExitCode != 0 && !reported())
            {
                throw new ProgramException($"The program ended with exit code {process.ExitCode}{process.Tail}");
            }
        }
    }

    /// <summary>A command of the Node SDK in the node_modules of a folder or of one above it; null if there is none.</summary>
    public static string? FindNodeCommand(string? folder, string command)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var found = Path.Combine(folder, "node_modules", "@pulumi", "pulumi", "cmd", command);
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Builds the one .NET project of a folder; the assembly to run. What does not compile throws <see cref="InputException"/>.</summary>
    public static async Task<string> BuildAsync(string folder, string what, CancellationToken cancellation)
    {
        var projects = Directory.GetFiles(folder, "*.*proj");
        if (projects.Length != 1)
        {
            throw new InputException(folder, projects.Length == 0 ? "there is no .NET project" : "there are several .NET projects; one is allowed");
        }

        // One process builds and tells the output; `dotnet build` would need a second one, and leaves folders in the temporary folder.
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder, UseShellExecute = false };
        foreach (var argument in new[] { "msbuild", projects[0], "-nologo", "-restore", "-t:Build", "-getProperty:TargetPath", "-v:quiet", "-clp:ErrorsOnly" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = StartBuild(start) ?? throw new InputException(folder, "it must be built, but the .NET SDK ('dotnet') is not installed");
        var text = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var lines = (await text + await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (process.ExitCode != 0)
        {
            var said = lines.Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct().Take(10).ToList();
            throw new InputException(folder, $"{what} does not compile:\n{string.Join('\n', said.Count > 0 ? said : [.. lines.TakeLast(5)])}");
        }

        return lines.LastOrDefault(line => line.EndsWith(".dll", StringComparison.Ordinal)) ?? throw new InputException(folder, "the build names no output");
    }

    private static Process? StartBuild(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>The program failed; the message says how.</summary>
internal sealed class ProgramException(string message) : Exception(message);
