using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>The settings of one model server, gathered from words, variables and files. What comes later replaces what came before.</summary>
internal sealed class ServerSettings(Field container)
{
    private readonly Dictionary<string, (Setting Setting, int Order)> options = new(StringComparer.Ordinal);
    private Dictionary<string, Setting> variables = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Whether a word is not known, which may be any option.</summary>
    public bool HasUnknownWords { get; private set; }

    /// <summary>Whether the variables are not known.</summary>
    public bool HasUnknownVariables { get; set; }

    /// <summary>Whether options may be in a file that is not read yet.</summary>
    public bool OptionsElsewhere { get; set; }

    /// <summary>Whether variables may be in a source that is not read yet.</summary>
    public bool VariablesElsewhere { get; set; }

    /// <summary>The same variables for one of several servers, without options.</summary>
    public ServerSettings ForOneServer() => new(container)
    {
        HasUnknownVariables = this.HasUnknownVariables,
        OptionsElsewhere = this.OptionsElsewhere,
        VariablesElsewhere = this.VariablesElsewhere,
        variables = new(this.variables, StringComparer.Ordinal),
    };

    /// <summary>The option under the one of these names that comes last.</summary>
    public Setting Option(params IReadOnlyList<string> names)
    {
        var found = names.Select(name => this.options.GetValueOrDefault(Normal(name))).MaxBy(one => one.Order);
        return found.Order > 0 ? found.Setting : names.Select(this.Members).FirstOrDefault(whole => whole is not null) ?? new(this.HasUnknownWords ? SettingState.Unknown : this.OptionsElsewhere ? SettingState.Elsewhere : SettingState.Absent, $"--{names[0]}", null, container);
    }

    /// <summary>Whether a variable of that name is there, whatever its value.</summary>
    public bool HasVariable(string name) => this.variables.ContainsKey(name);

    /// <summary>The variable of that name.</summary>
    public Setting Variable(string name) => this.variables.TryGetValue(name, out var found) ? found
        : new(this.HasUnknownVariables ? SettingState.Unknown : this.VariablesElsewhere ? SettingState.Elsewhere : SettingState.Absent, name, null, container);

    public void SetVariable(string name, string? value, Field place, bool known = true) =>
        this.variables[name] = new(known ? SettingState.Known : SettingState.Unknown, name, value, place);

    public void SetOption(string name, string? value, Field place, bool known = true)
    {
        var normal = Normal(name);
        this.options[normal] = (new(known ? SettingState.Known : SettingState.Unknown, name.StartsWith('-') ? name : $"--{name}", value, place), ++this.count);
        if (normal.StartsWith("no-", StringComparison.Ordinal) && known && value is null)
        {
            this.options[normal["no-".Length..]] = (new(SettingState.Known, $"--{normal["no-".Length..]}", "false", place), this.count);
        }
    }

    /// <summary>Keeps what the file says unless the command line says otherwise.</summary>
    public void AddFile(string name, string? value, Field place)
    {
        if (!this.options.ContainsKey(Normal(name)))
        {
            this.SetOption(name, value, place, known: value is not null);
        }
    }

    /// <summary>Reads options in the spellings <c>--a=b</c>, <c>--a b</c>, <c>--a</c>, <c>-a b</c>, with dashes or underscores. Returns the words that are no options.</summary>
    public List<CommandWord> ReadWords(IReadOnlyList<CommandWord> words)
    {
        var rest = new List<CommandWord>();
        for (var i = 0; i < words.Count; i++)
        {
            var (text, place) = words[i];
            if (text is null)
            {
                this.HasUnknownWords = true;
            }
            else if (!IsOption(text))
            {
                rest.Add(words[i]);
            }
            else if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                this.SetOption(text[..equals], text[(equals + 1)..], place);
            }
            else if (i + 1 < words.Count && words[i + 1].Text is null)
            {
                this.SetOption(text, null, place, known: false);
                this.HasUnknownWords |= words[i + 1].Place.Kind == PropertyKind.List; // a whole list
                i++;
            }
            else if (i + 1 < words.Count && !IsOption(words[i + 1].Text!))
            {
                this.SetOption(text, words[++i].Text, words[i].Place);
            }
            else
            {
                this.SetOption(text, null, place);
            }
        }

        return rest;
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && (word[1] == '-' ? word.Length > 2 : char.IsAsciiLetter(word[1]));

    // An object whose members are options of their own, such as --a.b 1 --a.c 2, as one.
    private Setting? Members(string option)
    {
        var prefix = $"{Normal(option)}.";
        var members = this.options.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(one => one.Value.Setting).ToList();
        return members.Count == 0 ? null : members[0] with
        {
            Name = $"--{option}",
            Place = members.Select(member => member.Place).FirstOrDefault(place => place.IsSecret, members[0].Place),
            State = members.TrueForAll(member => member.IsKnown) ? SettingState.Known : SettingState.Unknown,
            Text = $"{{{string.Join(',', members.Select(member => $"{ConfigurationFile.Quoted(member.Name[(member.Name.IndexOf('.', StringComparison.Ordinal) + 1)..])}:{ConfigurationFile.Json(member.Text ?? "true")}"))}}}",
        };
    }

    // Of one letter the case counts: -C is not -c.
    private static string Normal(string name) => name.TrimStart('-') is { Length: > 1 } word ? word.Replace('_', '-').ToLowerInvariant() : name.TrimStart('-');
}
