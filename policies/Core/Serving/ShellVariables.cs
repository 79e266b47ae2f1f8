using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>The variables of a script: its parameters, what it assigns itself, and what it is given from outside.</summary>
/// <param name="outside">The variables around the script; null for one that is not set.</param>
/// <param name="parameters">What follows the script on the command line: its name, then its parameters.</param>
/// <param name="room">How many characters all variables of a container together may still be replaced by: variables of variables grow without bound.</param>
internal sealed partial class ShellVariables(Func<string, CommandWord?> outside, IReadOnlyList<CommandWord> parameters, StrongBox<int> room)
{
    private readonly Dictionary<string, CommandWord> assigned = new(StringComparer.Ordinal);
    private int depth;
    private bool perhaps;

    /// <summary>What the script assigned; not known where it does so only under a condition.</summary>
    public IReadOnlyDictionary<string, CommandWord> Assigned => this.assigned;

    /// <summary>The words of a variable; null for one that is not set.</summary>
    public IReadOnlyList<CommandWord>? Find(string name) =>
        name is "@" or "*" ? [.. parameters.Skip(1)]
        : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number < parameters.Count ? [parameters[number]] : null
        : this.assigned.TryGetValue(name, out var word) ? [word]
        : outside(name) is { } found ? [found] : null;

    /// <summary>Whether there is room to put so many characters in.</summary>
    public bool HasRoomFor(int length) => (room.Value -= Math.Min(room.Value, length)) > 0;

    /// <summary>Keeps what a command assigns.</summary>
    /// <param name="command">The command; empty between two signs such as <c>&amp;&amp;</c>.</param>
    /// <param name="end">The sign behind it.</param>
    public void Read(List<CommandWord> command, char end)
    {
        if (command.Count == 0)
        {
            return;
        }

        var first = command[0].Text;
        this.depth += first is "if" or "while" or "until" or "for" or "case" ? 1 : first is "fi" or "done" or "esac" ? -1 : 0;
        var rest = command.SkipWhile(word => word.Text is "then" or "else" or "do" or "{" or "export" or "readonly" or "declare" or "local").ToList();
        var assignments = rest.Select(word => Assignment().Match(word.Text ?? "")).ToList();
        if (assignments.All(match => match.Success))
        {
            foreach (var (match, word) in assignments.Zip(rest))
            {
                this.assigned[match.Groups["name"].Value] = word with { Text = this.perhaps || this.depth > 0 ? null : match.Groups["value"].Value };
            }
        }

        this.perhaps = end == '|' || (end == '&' && (this.perhaps || first is "[" or "[[" or "test"));
    }

    /// <summary>A word that assigns a value to a variable.</summary>
    [GeneratedRegex(@"^(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    public static partial Regex Assignment();
}
