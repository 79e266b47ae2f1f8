using System.Text;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>Splits the text of <c>sh -c</c> into commands and words: quotes, escapes, continued lines, comments and variables, as far as a command line of a server needs them.</summary>
internal sealed class ShellScript
{
    private readonly string text;
    private readonly Field place;
    private readonly ShellVariables variables;
    private readonly List<List<CommandWord>> commands = [[]];
    private readonly StringBuilder word = new();
    private bool started;
    private bool unknown;
    private bool redirected;
    private Field? secret;
    private int at;

    private ShellScript(string text, Field place, ShellVariables variables)
    {
        (this.text, this.place, this.variables) = (text, place, variables);
    }

    /// <summary>The commands of a script. A word that holds a substitution, or a variable whose value is not known, is not known.</summary>
    public static List<List<CommandWord>> Split(string text, Field place, ShellVariables variables)
    {
        var script = new ShellScript(text, place, variables);
        script.Read();
        return script.commands;
    }

    private void Read()
    {
        while (this.at < this.text.Length)
        {
            var character = this.text[this.at++];
            switch (character)
            {
                case '\\' when this.at < this.text.Length:
                    this.Escaped();
                    break;
                case '\'':
                    this.started = true;
                    var end = this.text.IndexOf('\'', this.at);
                    end = end < 0 ? this.text.Length : end;
                    this.word.Append(this.text, this.at, end - this.at);
                    this.at = Math.Min(this.text.Length, end + 1);
                    break;
                case '"':
                    this.Quoted();
                    break;
                case '$' or '`':
                    this.Expand(character, split: true);
                    break;
                case '#' when !this.started:
                    var line = this.text.IndexOf('\n', this.at);
                    this.at = line < 0 ? this.text.Length : line;
                    break;
                case ' ' or '\t' or '\r':
                    this.EndWord();
                    break;
                case '>' or '<':
                    this.Redirected();
                    break;
                case '\n' or ';' or '&' or '|' or '(' or ')':
                    this.EndCommand(character);
                    break;
                default:
                    this.started = true;
                    this.word.Append(character);
                    break;
            }
        }

        this.EndCommand(';');
    }

    private void Escaped()
    {
        var next = this.text[this.at++];
        if (next == '\r' && this.at < this.text.Length && this.text[this.at] == '\n')
        {
            this.at++;
        }
        else if (next != '\n')
        {
            this.started = true;
            this.word.Append(next);
        }
    }

    // A redirection is no word, nor are the number in front of it and the name behind it. What a heredoc holds is read as commands.
    private void Redirected()
    {
        if (!this.unknown && this.word.ToString().All(char.IsAsciiDigit))
        {
            this.word.Clear();
            this.started = false;
        }

        this.EndWord();
        while (this.at < this.text.Length && this.text[this.at] is '>' or '<' or '&' or '|')
        {
            this.at++;
        }

        var closes = this.at < this.text.Length && this.text[this.at] == '-';
        this.at += closes ? 1 : 0;
        this.redirected = !(closes && this.text[this.at - 2] == '&');
    }

    private void Quoted()
    {
        this.started = true;
        while (this.at < this.text.Length && this.text[this.at] is var character && character != '"')
        {
            this.at++;
            if (character == '\\' && this.at < this.text.Length)
            {
                this.word.Append(this.text[this.at] is '"' or '\\' or '$' or '`' ? "" : "\\").Append(this.text[this.at++]);
            }
            else if (character is '$' or '`')
            {
                this.Expand(character, split: false);
            }
            else
            {
                this.word.Append(character);
            }
        }

        this.at = Math.Min(this.text.Length, this.at + 1);
    }

    private void Expand(char sign, bool split)
    {
        if (sign == '`' || (this.at < this.text.Length && this.text[this.at] == '('))
        {
            (this.started, this.unknown) = (true, true);
            var end = this.text.IndexOf(sign == '`' ? '`' : ')', this.at);
            this.at = end < 0 ? this.text.Length : end + 1;
            return;
        }

        var (name, otherwise) = this.Name();
        if (name.Length == 0)
        {
            this.started = true;
            this.word.Append('$');
            return;
        }

        var found = this.variables.Find(name);
        if (otherwise is not null && found is null or [{ Text: "" }])
        {
            found = [new(otherwise, this.place)];
        }

        this.Insert(found ?? [new(null, this.place)], split);
    }

    private (string Name, string? Otherwise) Name()
    {
        if (this.at < this.text.Length && this.text[this.at] == '{')
        {
            var end = this.text.IndexOf('}', this.at);
            var inside = this.text[(this.at + 1)..(end < 0 ? this.text.Length : end)];
            this.at = end < 0 ? this.text.Length : end + 1;
            var cut = inside.IndexOfAny([':', '-', '=']);
            return cut <= 0 ? (inside, null) : inside[cut] != ':' ? (inside[..cut], inside[(cut + 1)..])
                : cut + 1 < inside.Length && inside[cut + 1] is '-' or '=' ? (inside[..cut], inside[(cut + 2)..]) : (inside, null);
        }

        var start = this.at;
        while (this.at < this.text.Length && (char.IsAsciiLetterOrDigit(this.text[this.at]) || this.text[this.at] == '_' || (this.at == start && this.text[this.at] is '@' or '*')))
        {
            this.at++;
        }

        return (this.text[start..this.at], null);
    }

    // An unquoted variable may hold several words, or none.
    private void Insert(IReadOnlyList<CommandWord> values, bool split)
    {
        var parts = values.SelectMany(value => split && value.Text is { } several ? several.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(part => value with { Text = part }) : [value]).ToList();
        this.started &= this.word.Length > 0 || this.unknown || parts.Count > 0 || values.Count > 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                this.EndWord();
            }

            this.started = true;
            this.secret = parts[i].Place.IsSecret ? parts[i].Place : this.secret;
            if (parts[i].Text is { } part && this.variables.HasRoomFor(part.Length + 1))
            {
                this.word.Append(part);
            }
            else
            {
                this.unknown = true;
            }
        }
    }

    private void EndCommand(char sign)
    {
        this.EndWord();
        this.redirected = false;
        this.variables.Read(this.commands[^1], sign);
        this.commands.Add([]);
    }

    private void EndWord()
    {
        if (this.started && !this.redirected)
        {
            this.commands[^1].Add(new(this.unknown ? null : this.word.ToString(), this.secret ?? this.place));
        }

        this.redirected &= !this.started;
        this.word.Clear();
        (this.started, this.unknown, this.secret) = (false, false, null);
    }
}
