using System.Diagnostics;
using System.Text;

namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>A program of the machine, such as HAProxy, that runs while a test speaks to it.</summary>
internal sealed class RealProgram : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly List<string> lines = [];

    private RealProgram(Process process) => this.process = process;

    /// <summary>What it has written.</summary>
    public string Output
    {
        get
        {
            lock (this.output)
            {
                return this.output.ToString();
            }
        }
    }

    /// <summary>The lines of its standard output.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (this.output)
            {
                return [.. this.lines];
            }
        }
    }

    /// <summary>Its process id.</summary>
    public int Id => this.process.Id;

    /// <summary>The first of the programs that the machine does not have.</summary>
    public static string? Missing(params IEnumerable<string> names) => names.FirstOrDefault(name => !Exists(name));

    public static bool Exists(string name) => Find(name) is not null;

    public static RealProgram Start(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(name)!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var program = new RealProgram(new Process { StartInfo = start });
        program.process.OutputDataReceived += (_, line) => program.Keep(line.Data, isOutput: true);
        program.process.ErrorDataReceived += (_, line) => program.Keep(line.Data, isOutput: false);
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs it to its end: the exit code and what it wrote.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string name, params string[] arguments)
    {
        using var program = Start(name, arguments);
        await program.process.WaitForExitAsync();
        return (program.process.ExitCode, program.Output);
    }

    /// <summary>Waits until it answers as it should; half a minute at most.</summary>
    public async Task UntilAsync(Func<Task<bool>> ready)
    {
        for (var attempt = 0; attempt < 150; attempt++)
        {
            Assert.False(this.process.HasExited, this.Output);
            try
            {
                if (await ready())
                {
                    return;
                }
            }
            catch (HttpRequestException) when (attempt < 149)
            {
                // not listening yet
            }

            await Task.Delay(200);
        }

        Assert.Fail($"The program does not answer: {this.Output}");
    }

    public void Dispose()
    {
        if (!this.process.HasExited)
        {
            this.process.Kill();
            this.process.WaitForExit();
        }

        this.process.Dispose();
    }

    private static string? Find(string name) =>
        new[] { "/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin" }.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private void Keep(string? line, bool isOutput)
    {
        if (line is null)
        {
            return; // the end of a stream
        }

        lock (this.output)
        {
            this.output.AppendLine(line);
            if (isOutput)
            {
                this.lines.Add(line);
            }
        }
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("llmops").FullName;

    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(this.Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(this.Path, recursive: true);
}
