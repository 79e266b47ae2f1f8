using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Builds a program and runs it as a child, with the environment that the Pulumi engine gives.</summary>
internal static class ProgramHost
{
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
            var run = FindNodeRun(start.WorkingDirectory) ?? throw new InputException(start.WorkingDirectory, "the program needs @pulumi/pulumi in node_modules; run npm ci there");
            start.FileName = "node";
            start.ArgumentList.Add(run);
            return start;
        }

        var output = await BuildAsync(start.WorkingDirectory, cancellation);
        start.FileName = "dotnet";
        start.ArgumentList.Add(output);
        return start;
    }

    /// <summary>Runs the program to its end. One that dies, hangs or fails throws <see cref="ProgramException"/>.</summary>
    public static async Task RunAsync(ProcessStartInfo start, ProjectFile project, OperationRequest request, string monitor, Action<string> output, Func<bool> reported, CancellationToken cancellation)
    {
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = monitor,
            ["PULUMI_ENGINE"] = monitor,
            ["PULUMI_ORGANIZATION"] = "organization",
            ["PULUMI_PROJECT"] = project.Name,
            ["PULUMI_ROOT_DIRECTORY"] = project.Folder,
            ["PULUMI_STACK"] = request.Stack,
            ["PULUMI_PWD"] = start.WorkingDirectory,
            ["PULUMI_DRY_RUN"] = request.IsPreview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(project.Config),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(project.SecretKeys),
        })
        {
            start.Environment[name] = value;
        }

        // The passphrase opened the configuration; the program has no need of it.
        start.Environment.Remove("PULUMI_CONFIG_PASSPHRASE");
        if (project.Runtime == "nodejs" && project.Binary is null)
        {
            foreach (var argument in new[] { "--monitor", monitor, "--engine", monitor, "--organization", "organization", "--project", project.Name, "--stack", request.Stack, "--pwd", start.WorkingDirectory, "--root-directory", project.Folder })
            {
                start.ArgumentList.Add(argument);
            }

            if (request.IsPreview)
            {
                start.ArgumentList.Add("--dry-run");
            }

            start.ArgumentList.Add("--query-mode=false");
            start.ArgumentList.Add("--parallel");
            start.ArgumentList.Add("16");
            start.ArgumentList.Add(".");
        }

        using var process = Process.Start(start) ?? throw new ProgramException($"The program '{start.FileName}' did not start.");
        process.StandardInput.Close();
        var tail = new Queue<string>();
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput, output, null), ReadAsync(process.StandardError, null, tail));
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(request.Timeout);
            await process.WaitForExitAsync(limit.Token);
            await reading;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw cancellation.IsCancellationRequested ? new OperationCanceledException(cancellation) : new ProgramException($"The program did not end within {request.Timeout.TotalSeconds:0} seconds and was stopped.{Tail(tail)}");
        }

        if (process.ExitCode != 0 && !(process.ExitCode == 32 && reported()) && !reported())
        {
            throw new ProgramException($"The program ended with exit code {process.ExitCode}.{Tail(tail)}");
        }
    }

    private static string Tail(Queue<string> tail)
    {
        lock (tail)
        {
            return tail.Count == 0 ? "" : $" It said at last:\n{string.Join('\n', tail)}";
        }
    }

    private static async Task ReadAsync(StreamReader reader, Action<string>? output, Queue<string>? tail)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            output?.Invoke(line);
            if (tail is not null)
            {
                lock (tail)
                {
                    tail.Enqueue(line.Length > 500 ? line[..500] : line);
                    if (tail.Count > TailLines)
                    {
                        tail.Dequeue();
                    }
                }
            }
        }
    }

    private static string? FindNodeRun(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var run = Path.Combine(folder, "node_modules", "@pulumi", "pulumi", "cmd", "run");
            if (Directory.Exists(run))
            {
                return run;
            }
        }

        return null;
    }

    private static async Task<string> BuildAsync(string folder, CancellationToken cancellation)
    {
        var projects = Directory.GetFiles(folder, "*.*proj");
        if (projects.Length != 1)
        {
            throw new InputException(folder, projects.Length == 0 ? "there is no .NET project" : "there are several .NET projects; one is allowed");
        }

        var (code, lines) = await DotnetAsync(folder, cancellation, "build", projects[0], "-nologo", "-v", "quiet", "-clp:NoSummary;ErrorsOnly");
        if (code != 0)
        {
            var said = lines.Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct().Take(10).ToList();
            throw new InputException(folder, $"the program does not compile:\n{string.Join('\n', said.Count > 0 ? said : [.. lines.TakeLast(5)])}");
        }

        var (_, path) = await DotnetAsync(folder, cancellation, "msbuild", projects[0], "-nologo", "-getProperty:TargetPath");
        return path.LastOrDefault(line => line.EndsWith(".dll", StringComparison.Ordinal)) ?? throw new InputException(folder, "the build names no output");
    }

    private static async Task<(int ExitCode, string[] Lines)> DotnetAsync(string folder, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InputException(folder, "the .NET SDK ('dotnet') is not installed");
        var text = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, (await text + await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}

/// <summary>The program failed; the message says how.</summary>
internal sealed class ProgramException(string message) : Exception(message);
