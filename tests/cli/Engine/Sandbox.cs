using System.Text.Json;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>A project in a folder of its own, with the official packages in reach, and the embedded engine to run it.</summary>
internal sealed class Sandbox : IDisposable
{
    private const string Passphrase = "correct-horse"; // of the recordings, which hold no real secret

    static Sandbox() => Environment.SetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE", Passphrase);

    public Sandbox(string? program = null)
    {
        if (Directory.Exists(NodeModules))
        {
            Directory.CreateSymbolicLink(this.At("node_modules"), NodeModules);
        }

        if (program is not null)
        {
            foreach (var file in Directory.GetFiles(Path.Combine(Here, "Programs", program), "*", SearchOption.AllDirectories))
            {
                this.Write(Path.GetRelativePath(Path.Combine(Here, "Programs", program), file), File.ReadAllText(file));
            }
        }
    }

    public static string NodeModules => Path.Combine(Repository.Root, "tests", "node", "node_modules");

    public static string Here => Path.Combine(Repository.Root, "tests", "cli", "Engine");

    /// <summary>The assembly of another project, built in the same way as this one.</summary>
    public static string Built(string project) => Path.Combine(AppContext.BaseDirectory.Replace("LlmOpsSecure.Cli.Tests", project, StringComparison.Ordinal), $"{project}.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("llmops-engine-").FullName;

    /// <summary>A file of a recorded step.</summary>
    public static string Recorded(string step, string file) => Path.Combine(Here, "Recordings", step, file);

    /// <summary>The lines of a recorded file of JSON lines.</summary>
    public static IReadOnlyList<JsonElement> Lines(string file) => [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];

    public string At(string path) => Path.Combine(this.Folder, path);

    public string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this.At(path))!);
        File.WriteAllText(this.At(path), text);
        return this.At(path);
    }

    /// <summary>A shell script that can be started.</summary>
    public string Script(string path, string text)
    {
        this.Write(path, "#!/bin/sh\n" + text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(this.At(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return this.At(path);
    }

    /// <summary>The pack that writes down what it is asked, as an executable in a folder of its own.</summary>
    public string Recorder(string fault = "") => this.Script("recorder/recorder", $"RECORDER_FILE='{this.At("requests.jsonl")}' RECORDER_MODULES='{NodeModules}' RECORDER_FAULT='{fault}' exec node '{Path.Combine(Here, "Packs", "recorder.js")}' \"$@\"");

    /// <summary>Takes the stack's configuration of a recorded step.</summary>
    public Sandbox Configured(string step)
    {
        var file = File.ReadAllText(Recorded(step, "Pulumi.dev.yaml"));
        this.Write(File.ReadAllText(this.At("Pulumi.yaml")).Contains("stackConfigDir", StringComparison.Ordinal) ? "stacks/Pulumi.dev.yaml" : "Pulumi.dev.yaml", file);
        return this;
    }

    public ProjectFile Project() => ProjectFile.Read(this.Folder, "dev");

    /// <summary>Runs the program.</summary>
    public async Task<OperationResult> RunAsync(bool isPreview, StateDocument? against = null, TimeSpan? timeout = null, CancellationToken cancellation = default, params PackChoice[] packs)
    {
        var request = new OperationRequest { IsPreview = isPreview, Stack = "dev", Against = against, Timeout = timeout ?? TimeSpan.FromMinutes(2) };
        return await EmbeddedEngine.RunAsync(this.Project(), request, null, packs, new Progress<string>(), cancellation);
    }

    public void Dispose() => Directory.Delete(this.Folder, recursive: true);
}
