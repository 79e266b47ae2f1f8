using System.Text.RegularExpressions;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What a run said, bounded. Safe to call from many threads.</summary>
internal sealed partial class RunLog
{
    private const int MaxMessages = 2_000;

    private readonly Lock gate = new();
    private readonly List<Diagnostic> messages = [];
    private int dropped;
    private volatile bool failed;

    /// <summary>Whether an error was reported.</summary>
    public bool HasFailed => this.failed;

    /// <summary>The messages in order.</summary>
    public IReadOnlyList<Diagnostic> Messages
    {
        get
        {
            lock (this.gate)
            {
                return this.dropped == 0 ? [.. this.messages] : [.. this.messages, new("warning", "", $"{this.dropped} more messages are not shown")];
            }
        }
    }

    /// <summary>The text without what would move the cursor or the colours of somebody's terminal.</summary>
    public static string Plain(string text) => !text.Any(character => char.IsControl(character) && character is not ('\n' or '\t')) ? text
        : new string([.. Colours().Replace(text, "").Select(character => char.IsControl(character) && character is not ('\n' or '\t') ? '\uFFFD' : character)]);

    [GeneratedRegex(@"\e\[[0-9;]*[A-Za-z]", RegexOptions.NonBacktracking)]
    private static partial Regex Colours();

    /// <summary>Adds a message: <c>info</c>, <c>warning</c> or <c>error</c>. An error fails the run.</summary>
    public void Add(string severity, string urn, string text)
    {
        text = Plain(text);
        this.failed |= severity == "error";
        lock (this.gate)
        {
            if (this.messages.Count < MaxMessages || (severity == "error" && this.messages.Count < 2 * MaxMessages))
            {
                this.messages.Add(new(severity, urn, text));
            }
            else
            {
                this.dropped++;
            }
        }
    }
}
