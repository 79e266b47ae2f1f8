using System.Diagnostics;
using System.Text;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>A program or policy pack that runs as a child: its lines are bounded and harmless to a terminal, its last words are kept, and it never outlives this object.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int MaxLine = 4_000;

    private readonly Process process;
    private readonly List<string> head = [];
    private readonly Queue<string> tail = new();
    private bool skipped;
    private readonly int tailLines;
    private readonly TaskCompletionSource<string?> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(bool IsError, string Line)> early = [];
    private readonly Lock gate = new();
    private readonly Task reading;
    private Action<string>? output;
    private Action<string>? error;

    private ChildProcess(Process process, int tailLines, bool tellsPort)
    {
        this.process = process;
        this.tailLines = tailLines;
        if (!tellsPort)
        {
            this.first.SetResult(null);
        }

        this.reading = Task.WhenAll(this.ReadAsync(process.StandardOutput, isError: false), this.ReadAsync(process.StandardError, isError: true));
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => this.process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => this.process.ExitCode;

    /// <summary>What it said first and last on its error stream, as the end of a message; empty if nothing.</summary>
    public string Tail
    {
        get
        {
            lock (this.gate)
            {
                return this.head.Count == 0 ? "" : $". It said:\n{string.Join('\n', this.skipped ? [.. this.head, "…", .. this.tail] : [.. this.head, .. this.tail])}";
            }
        }
    }

    /// <summary>Starts a command. One that cannot be started throws what <see cref="Process.Start()"/> throws.</summary>
    /// <param name="command">The command.</param>
    /// <param name="tailLines">How many of its words to keep.</param>
    /// <param name="tellsPort">Whether the first line of its output is not for people, but for <see cref="FirstLineAsync"/>.</param>
    public static ChildProcess Start(ProcessStartInfo command, int tailLines, bool tellsPort)
    {
        command.StandardOutputEncoding = command.StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var started = Process.Start(command) ?? throw new InvalidOperationException($"'{command.FileName}' did not start");
        started.StandardInput.Close();
        return new(started, tailLines, tellsPort);
    }

    /// <summary>A text of somebody else, short enough for a message.</summary>
    public static string Shorten(string text) => text.Length > 300 ? text[..300] + "…" : text;

    /// <summary>The first line of standard output; null if there was none within the limit, or the process ended.</summary>
    public async Task<string?> FirstLineAsync(TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            var line = await this.first.Task.WaitAsync(limit, cancellation);
            if (line is null)
            {
                await this.WaitABitAsync();
            }

            return line;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Hands over the lines that come, and those that came after the first one of standard output.</summary>
    public void Follow(Action<string>? onOutput, Action<string>? onError)
    {
        lock (this.gate)
        {
            (this.output, this.error) = (onOutput, onError);
            foreach (var (isError, line) in this.early)
            {
                (isError ? onError : onOutput)?.Invoke(line);
            }

            this.early.Clear();
        }
    }

    /// <summary>Waits for the end; what it printed has been handed over then, unless a child of its own still holds its output.</summary>
    public async Task WaitForExitAsync(CancellationToken cancellation)
    {
        await this.process.WaitForExitAsync(cancellation);
        await Task.WhenAny(this.reading, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None));
    }

    /// <summary>Gives a dying process the moment it needs.</summary>
    public async Task WaitABitAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        try
        {
            await this.WaitForExitAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            return; // it lives
        }
    }

    public void Dispose()
    {
        if (!this.process.HasExited)
        {
            try
            {
                this.process.Kill(entireProcessTree: true);
            }
            catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                Debug.WriteLine(failure.Message); // it ended by itself meanwhile
            }
        }

        this.process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader, bool isError)
    {
        var line = new StringBuilder();
        var buffer = new char[4096];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
            {
                foreach (var character in buffer.AsSpan(0, read))
                {
                    if (character == '\n')
                    {
                        this.Take(line.ToString(), isError);
                        line.Clear();
                    }
                    else if (line.Length < MaxLine && character != '\r')
                    {
                        line.Append(character);
                    }
                }
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            line.Append(' '); // the process is gone; what came is shown
        }

        if (line.Length > 0)
        {
            this.Take(line.ToString().TrimEnd(), isError);
        }

        if (!isError)
        {
            this.first.TrySetResult(null);
        }
    }

    private void Take(string raw, bool isError)
    {
        var line = RunLog.Plain(raw);
        if (!isError && this.first.TrySetResult(line))
        {
            return;
        }

        lock (this.gate)
        {
            if (isError)
            {
                // An error says first what it is, and then where; both are worth keeping.
                if (this.head.Count < this.tailLines / 2)
                {
                    this.head.Add(Shorten(line));
                }
                else
                {
                    this.tail.Enqueue(Shorten(line));
                    if (this.tail.Count > this.tailLines / 2)
                    {
                        this.tail.Dequeue();
                        this.skipped = true;
                    }
                }
            }

            var taker = isError ? this.error : this.output;
            if (taker is not null)
            {
                taker(line);
            }
            else if (this.early.Count < 1_000)
            {
                this.early.Add((isError, line));
            }
        }
    }
}
