namespace LlmOpsSecure.Cli.Output;

/// <summary>Shows how far a run is on one line of a terminal's error stream; nothing where there is no terminal.</summary>
internal sealed class Progress : IProgress<string>, IDisposable
{
    private readonly Lock gate = new();
    private readonly bool shown = !Console.IsErrorRedirected;
    private DateTime last;

    public void Report(string value)
    {
        lock (this.gate)
        {
            if (!this.shown || DateTime.UtcNow - this.last < TimeSpan.FromMilliseconds(100))
            {
                return;
            }

            this.last = DateTime.UtcNow;
            Console.Error.Write($"\r\e[K{value}…");
        }
    }

    public void Dispose()
    {
        if (this.shown)
        {
            Console.Error.Write("\r\e[K");
        }
    }
}
