using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>
/// A container that serves language models, with its settings in whatever spelling they come: arguments, a script for a shell, variables, and, once the whole stack is at hand, a configuration file
/// or variables from a ConfigMap.
/// </summary>
public sealed class ModelServer
{
    private readonly ServerSettings settings;
    private readonly IReadOnlyList<CommandWord> words;
    private readonly bool isWhole;
    private readonly int index;

    private ModelServer(ServingEngine engine, Container container, ServerSettings settings, IReadOnlyList<CommandWord> words, bool isWhole, int index)
    {
        (this.Engine, this.Container, this.settings, this.words, this.isWhole, this.index) = (engine, container, settings, words, isWhole, index);
    }

    /// <summary>The program.</summary>
    public ServingEngine Engine { get; }

    /// <summary>The container that it runs in.</summary>
    public Container Container { get; }

    /// <summary>Whether a script that is not part of the resource starts the program, so that its arguments are not seen.</summary>
    public bool IsOpaque { get; private init; }

    /// <summary>Whether settings are in another object of the cluster.</summary>
    public bool NeedsStack => !this.isWhole && (this.settings.OptionsElsewhere || this.settings.VariablesElsewhere);

    /// <summary>The words of its command line; null where one is not known.</summary>
    public IEnumerable<string?> Words => this.words.Select(word => word.Text);

    /// <summary>The model servers of a pod.</summary>
    public static IReadOnlyList<ModelServer> In(PodSpec pod) => [.. pod.Containers.Where(MayServe).SelectMany(container => Of(container, null))];

    /// <summary>The same server with what the stack's ConfigMaps say. What is in none of them is not known.</summary>
    public ModelServer With(Stack stack) => Of(this.Container, stack).ElementAtOrDefault(this.index) ?? this;

    /// <summary>The option of one of these names, without the dashes in front; where it is not on the command line, the variable that the program reads in its place.</summary>
    public Setting Option(params IReadOnlyList<string> names)
    {
        var option = this.settings.Option(names);
        return this.Deferred(option.State is SettingState.Known or SettingState.Unknown ? option
            : names.SelectMany(name => EngineVariables.Of(this.Engine, name)).Select(this.Instead).Prepend(option).MaxBy(found => found.State));
    }

    /// <summary>The member of an option whose value is an object, written as JSON or with a dot.</summary>
    public Setting OptionMember(string option, string member) => this.Option(option).Member(member);

    /// <summary>Whether a variable of that name is there, whatever its value.</summary>
    public bool HasVariable(string name) => this.settings.HasVariable(name);

    /// <summary>The variable of that name.</summary>
    public Setting Variable(string name) => this.Deferred(this.settings.Variable(name));

    /// <summary>The model: the option, or the word after the command; absent where the program has none.</summary>
    public Setting Model
    {
        get
        {
            var option = this.Engine switch
            {
                ServingEngine.Sglang => this.Option("model-path", "model"),
                ServingEngine.Tgi => this.Option("model-id"),
                ServingEngine.Triton => this.Option("model-repository", "model-store"),
                ServingEngine.LlamaCpp => this.Option("model", "m", "model-url", "mu", "hf-repo", "hf", "hfr", "docker-repo", "dr"),
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

    private static IReadOnlyList<ModelServer> Of(Container container, Stack? stack)
    {
        var found = new ServerSettings(container.Field);
        var files = new ConfigMaps(container, stack);
        files.ReadVariables(found);
        var line = new CommandLine(container, found, files);
        var commands = line.Commands();
        var servers = commands.Select(command => (Words: command, At: Enumerable.Range(0, command.Count).FirstOrDefault(at => EngineNames.At(command, at) is not null, -1))).Where(one => one.At >= 0)
            .Select((one, index) => Make(EngineNames.At(one.Words, one.At)!.Value, container, found.ForOneServer(), one.Words, files, one.At, stack is not null, index)).ToList();
        if (servers.Count > 0 || container.Role != ContainerRole.Normal || EngineNames.OfImage(container["image"].AsText) is not { } known)
        {
            return servers;
        }

        var isHidden = line.HasHiddenScript || found.OptionsElsewhere;
        return container["command"].IsAbsent || container["command"].IsUnknown || isHidden ? [Make(known, container, found, [.. commands.SelectMany(command => command)], files, -1, stack is not null, 0, line.HasHiddenScript)] : [];
    }

    private static ModelServer Make(ServingEngine engine, Container container, ServerSettings found, List<CommandWord> command, ConfigMaps files, int at, bool isWhole, int index, bool isOpaque = false)
    {
        for (var i = 0; i < at; i++)
        {
            if (command[i].Text is { } assignment && ShellVariables.Assignment().Match(assignment) is { Success: true } match)
            {
                found.SetVariable(match.Groups["name"].Value, match.Groups["value"].Value, command[i].Place);
            }
        }

        found.ReadWords(command[(at + 1)..]);
        if (found.Option("config") is { IsKnown: true, Text: { Length: > 0 } path })
        {
            files.ReadFile(path, found);
        }

        return new(engine, container, found, command, isWhole, index) { IsOpaque = isOpaque };
    }

    private Setting Instead((string Name, bool Denies) variable) =>
        this.settings.Variable(variable.Name) is var found && found.IsKnown && variable.Denies ? found with { Text = "false" } : found;

    // What the script that is not seen says nobody knows; what is not known of the pod alone is left to the check of the whole stack, where that says more.
    private Setting Deferred(Setting setting) =>
        (setting.State == SettingState.Absent && this.IsOpaque) || (setting.State == SettingState.Unknown && this.NeedsStack) ? setting with { State = SettingState.Elsewhere } : setting;
}
