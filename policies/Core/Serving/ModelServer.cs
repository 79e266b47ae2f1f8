using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>
/// A container that serves language models, with its settings in whatever spelling they come: arguments, a script for a shell, variables, and, once the whole stack is at hand, a configuration file
/// or variables from a ConfigMap.
/// </summary>
public sealed partial class ModelServer
{
    private readonly ServerSettings settings;
    private readonly IReadOnlyList<CommandWord> words;
    private readonly string? file;

    private ModelServer(ServingEngine engine, Container container, ServerSettings settings, IReadOnlyList<CommandWord> words, bool opaque, string? file)
    {
        (this.Engine, this.Container, this.settings, this.words, this.IsOpaque, this.file) = (engine, container, settings, words, opaque, file);
    }

    /// <summary>The program.</summary>
    public ServingEngine Engine { get; }

    /// <summary>The container that it runs in.</summary>
    public Container Container { get; }

    /// <summary>Whether a script that is not part of the resource starts the program, so that its arguments are not seen.</summary>
    public bool IsOpaque { get; }

    /// <summary>Whether settings are in another object of the cluster.</summary>
    public bool NeedsStack => this.file is not null || this.settings.VariablesElsewhere;

    /// <summary>The words of its command line; null where one is not known.</summary>
    public IEnumerable<string?> Words => this.words.Select(word => word.Text);

    /// <summary>The model servers of a pod.</summary>
    public static IReadOnlyList<ModelServer> In(PodSpec pod) => [.. pod.Containers.Where(MayServe).Select(container => Of(container, null)).OfType<ModelServer>()];

    /// <summary>The same server with what the stack's ConfigMaps say. What is in none of them is not known.</summary>
    public ModelServer With(Stack stack) => Of(this.Container, stack) ?? this;

    /// <summary>The option of one of these names, without the dashes in front.</summary>
    public Setting Option(params IReadOnlyList<string> names) => this.settings.Option(names) is { State: SettingState.Absent or SettingState.Elsewhere } absent && this.IsOpaque
        ? absent with { State = SettingState.Elsewhere } : this.settings.Option(names);

    /// <summary>The member of an option whose value is an object, written as JSON or with a dot.</summary>
    public Setting OptionMember(string option, string member) => this.Option($"{option}.{member}") is { IsKnown: true } dotted ? dotted : this.Option(option).Member(member);

    /// <summary>The variable of that name.</summary>
    public Setting Variable(string name) => this.settings.Variable(name) is { State: SettingState.Absent } absent && this.IsOpaque ? absent with { State = SettingState.Elsewhere } : this.settings.Variable(name);

    /// <summary>The option if it is there, else the variable.</summary>
    public Setting OptionOrVariable(string option, string variable) => this.Option(option) is { State: not (SettingState.Absent or SettingState.Elsewhere) } found ? found
        : this.Variable(variable) is { State: not (SettingState.Absent or SettingState.Elsewhere) } value ? value : this.Option(option);

    /// <summary>The model: the option, or the word after the command; absent where the program has none.</summary>
    public Setting Model
    {
        get
        {
            var option = this.Engine switch
            {
                ServingEngine.Sglang => this.Option("model-path", "model"),
                ServingEngine.Tgi => this.OptionOrVariable("model-id", "MODEL_ID"),
                ServingEngine.Triton => this.Option("model-repository", "model-store"),
                ServingEngine.LlamaCpp => this.Option("model", "m", "hf-repo", "hf"),
                _ => this.Option("model"),
            };
            var after = this.words.SkipWhile(word => word.Text != "serve").Skip(1).FirstOrDefault();
            return !option.IsKnown && this.Engine == ServingEngine.Vllm && after.Text is { } text && !text.StartsWith('-') ? new(SettingState.Known, "the model", text, after.Place) : option;
        }
    }

    // Most containers serve no model, and are told by one look at their texts. A variable may hold the command.
    private static bool MayServe(Container container)
    {
        var line = container["command"].Items.Concat(container["args"].Items);
        return EngineNames.IsIn(container["image"].AsText) || line.Any(part => EngineNames.IsIn(part.AsText))
            || (line.Any(part => part.AsText?.Contains('$', StringComparison.Ordinal) == true) && container["env"].Items.Any(entry => EngineNames.IsIn(entry["value"].AsText)));
    }

    private static ModelServer? Of(Container container, Stack? stack)
    {
        var found = new ServerSettings(container.Field);
        var files = new ConfigMaps(container, stack);
        files.ReadVariables(found);
        var line = Line(container, found);
        var commands = Commands(line, found).ToList();
        foreach (var command in commands)
        {
            for (var i = 0; i < command.Count; i++)
            {
                if (EngineNames.At(command, i) is { } engine)
                {
                    return Make(engine, container, found, command, files, i);
                }
            }
        }

        if (container.Role != ContainerRole.Normal || EngineNames.OfImage(container["image"].AsText) is not { } known)
        {
            return null;
        }

        var explicitCommand = container["command"];
        var scripted = commands.Any(command => command.Any(word => word.Text is { } text && (text.EndsWith(".sh", StringComparison.Ordinal) || text.EndsWith(".py", StringComparison.Ordinal))));
        return explicitCommand.IsAbsent || explicitCommand.IsUnknown || scripted ? Make(known, container, found, [.. commands.SelectMany(command => command)], files, -1, scripted) : null;
    }

    private static ModelServer Make(ServingEngine engine, Container container, ServerSettings found, List<CommandWord> command, ConfigMaps files, int at, bool opaque = false)
    {
        for (var i = 0; i < at; i++)
        {
            if (command[i].Text is { } assignment && Assignment().Match(assignment) is { Success: true } match)
            {
                found.SetVariable(match.Groups["name"].Value, match.Groups["value"].Value, command[i].Place);
            }
        }

        found.ReadWords(command[(at + 1)..]);
        var path = found.Option("config") is { IsKnown: true, Text: { } text } && text.StartsWith('/') ? text : null;
        if (path is not null)
        {
            files.ReadFile(path, found);
        }

        return new(engine, container, found, command, opaque, path);
    }

    private static List<CommandWord> Line(Container container, ServerSettings found)
    {
        var line = new List<CommandWord>();
        foreach (var list in new[] { container["command"], container["args"] })
        {
            if (list.IsUnknown)
            {
                line.Add(new(null, list));
            }

            line.AddRange(list.Items.Select(item => new CommandWord(item.IsUnknown ? null : Expand(item.AsText ?? item.AsNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? item.AsBoolean?.ToString() ?? "", found), item)));
        }

        return line;
    }

    // Kubernetes puts variables in before the program starts; one that is not there stays as it is written.
    private static string? Expand(string text, ServerSettings found)
    {
        var known = true;
        var expanded = Reference().Replace(text, match =>
        {
            var value = found.Variable(match.Groups["name"].Value);
            known &= value.State is SettingState.Known or SettingState.Absent;
            return value.Text ?? match.Value;
        });
        return known ? expanded : null;
    }

    private static IEnumerable<List<CommandWord>> Commands(List<CommandWord> line, ServerSettings found)
    {
        var shell = line.FindIndex(word => word.Text is { } text && Shell().IsMatch(text));
        var flag = shell < 0 ? -1 : line.FindIndex(shell + 1, word => word.Text is { Length: > 1 } text && text[0] == '-' && text[1] != '-' && text.Contains('c', StringComparison.Ordinal));
        if (flag < 0 || flag + 1 >= line.Count || line[flag + 1].Text is not { } script)
        {
            return [line];
        }

        var commands = ShellScript.Split(script, line[flag + 1].Place, name =>
            name is "@" or "*" ? new CommandWord("", default)
            : found.Variable(name) is { State: not SettingState.Absent } value ? new CommandWord(value.Text, value.Place) : null);
        foreach (var assignment in commands.SelectMany(command => command.Count > 0 && command[0].Text == "export" ? command.Skip(1) : command.Count == 1 ? command : []))
        {
            if (assignment.Text is { } text && Assignment().Match(text) is { Success: true } match)
            {
                found.SetVariable(match.Groups["name"].Value, match.Groups["value"].Value, assignment.Place);
            }
        }

        return commands.Where(command => command.Count > 0).Append([.. line.Skip(flag + 2)]);
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\$\((?<name>[A-Za-z_.\-][A-Za-z0-9_.\-]*)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex("(^|/)(ba|da|a|z|k)?sh$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shell();
}
