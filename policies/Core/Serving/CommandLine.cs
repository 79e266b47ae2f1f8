using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>The commands that a container starts: its command line, or those of the scripts that a shell runs for it, be they in the line or in a ConfigMap.</summary>
internal sealed partial class CommandLine(Container container, ServerSettings settings, ConfigMaps files)
{
    private const int DeepestScript = 4;

    private readonly StrongBox<int> room = new(1_000_000);

    /// <summary>Whether the line starts a script that is not part of the resource.</summary>
    public bool HasHiddenScript { get; private set; }

    /// <summary>The commands in their order.</summary>
    public IReadOnlyList<List<CommandWord>> Commands() => [.. this.Read([.. this.Words()], 0)];

    private IEnumerable<CommandWord> Words()
    {
        foreach (var list in new[] { container["command"], container["args"] })
        {
            if (list.IsUnknown)
            {
                yield return new(null, list);
            }

            foreach (var item in list.Items)
            {
                yield return item.IsUnknown ? new(null, item) : this.Expand(item.AsText ?? item.AsNumber?.ToString(CultureInfo.InvariantCulture) ?? item.AsBoolean?.ToString() ?? "", item);
            }
        }
    }

    // Kubernetes puts variables in before the program starts; one that is not there stays as it is written.
    private CommandWord Expand(string text, Field place)
    {
        var known = true;
        var expanded = Reference().Replace(text, match =>
        {
            var value = settings.Variable(match.Groups["name"].Value);
            known &= value.State is SettingState.Known or SettingState.Absent;
            place = value.Place.IsSecret ? value.Place : place;
            return value.Text ?? match.Value;
        });
        return new(known ? expanded : null, place);
    }

    private IEnumerable<List<CommandWord>> Read(List<CommandWord> line, int depth)
    {
        if (depth == DeepestScript || this.Script(line) is not ({ Text: { } text } script, var parameters))
        {
            return line.Count > 0 ? [line] : [];
        }

        var variables = new ShellVariables(name => settings.Variable(name) is { State: not SettingState.Absent } value ? new CommandWord(value.Text, value.Place) : null, parameters, this.room);
        var commands = ShellScript.Split(text, script.Place, variables);
        foreach (var (name, word) in variables.Assigned)
        {
            settings.SetVariable(name, word.Text, word.Place, word.Text is not null);
        }

        return commands.SelectMany(command => this.Read(command, depth + 1));
    }

    // The script that a line runs, and the words behind it: its name and its parameters.
    private (CommandWord Script, List<CommandWord> Parameters)? Script(List<CommandWord> line)
    {
        if (line.FindIndex(word => word.Text == "eval") is >= 0 and var eval && line.Skip(eval + 1).All(word => word.Text is not null))
        {
            return (new(string.Join(' ', line.Skip(eval + 1).Select(word => word.Text)), line.Select(word => word.Place).FirstOrDefault(place => place.IsSecret, line[eval].Place)), []);
        }

        var shell = line.FindIndex(word => word.Text is { } text && Shell().IsMatch(text));
        var flag = shell < 0 ? -1 : line.FindIndex(shell + 1, word => word.Text is { Length: > 1 } text && text[0] == '-' && text[1] != '-' && text.Contains('c', StringComparison.Ordinal));
        if (flag >= 0)
        {
            return flag + 1 < line.Count ? (line[flag + 1], line[(flag + 2)..]) : null;
        }

        var file = line.FindIndex(shell + 1, word => word.Text is { } text && (text.EndsWith(".sh", StringComparison.Ordinal) || (shell < 0 && text.EndsWith(".py", StringComparison.Ordinal)) || (shell >= 0 && !text.StartsWith('-'))));
        if (file < 0)
        {
            return null;
        }

        var found = files.Script(line[file].Text!, settings);
        this.HasHiddenScript |= found is null && !settings.OptionsElsewhere;
        return found is { } text ? (new(text.AsText, text), line[file..]) : null;
    }

    [GeneratedRegex(@"\$\((?<name>[A-Za-z_.\-][A-Za-z0-9_.\-]*)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex("(^|/)((ba|da|a|z|k)?sh|su)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shell();
}
