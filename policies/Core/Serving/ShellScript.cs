using System.Text;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>Splits the text of <c>sh -c</c> into commands and words: quotes, escapes, continued lines, comments and variables, as far as a command line of a server needs them.</summary>
internal sealed class ShellScript
{
    private readonly string text;
    private readonly Field place;
    private readonly Func<string, CommandWord?> variable;
    private readonly List<List<CommandWord>> commands = [[]];
    private readonly StringBuilder word = new();
    private bool started;
    private bool unknown;
    private int at;

    private ShellScript(string text, Field place, Func<string, CommandWord?> variable)
    {
        (this.text, this.place, this.variable) = (text, place, variable);
    }

    /// <summary>The commands of a script. A word that holds a substitution, or a variable whose value is not known, is not known.</summary>
    public static List<List<CommandWord>> Split(string text, Field place, Func<string, CommandWord?> variable)
    {
        var script = new ShellScript(text, place, variable);
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
                case '\n' or ';' or '&' or '|' or '(' or ')':
                    this.EndWord();
                    this.commands.Add([]);
                    break;
                default:
                    this.started = true;
                    this.word.Append(character);
                    break;
            }
        }

        this.EndWord();
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
        this.started = true;
        if (sign == '`' || (this.at < this.text.Length && this.text[this.at] == '('))
        {
            this.unknown = true;
            var end = this.text.IndexOf(sign == '`' ? '`' : ')', this.at);
            this.at = end < 0 ? this.text.Length : end + 1;
            return;
        }

        var (name, otherwise) = this.Name();
        if (name.Length == 0)
        {
            this.word.Append('$');
            return;
        }

        if (this.variable(name) is { } found && found.Text is { } value)
        {
            this.Insert(value, split);
        }
        else if (this.variable(name) is null && otherwise is not null)
        {
            this.Insert(otherwise, split);
        }
        else
        {
            this.unknown = true;
        }
    }

    private (string Name, string? Otherwise) Name()
    {
        if (this.at < this.text.Length && this.text[this.at] == '{')
        {
            var end = this.text.IndexOf('}', this.at);
            var inside = this.text[(this.at + 1)..(end < 0 ? this.text.Length : end)];
            this.at = end < 0 ? this.text.Length : end + 1;
            var cut = inside.IndexOf(":-", StringComparison.Ordinal);
            return cut < 0 ? (inside, null) : (inside[..cut], inside[(cut + 2)..]);
        }

        var start = this.at;
        while (this.at < this.text.Length && (char.IsAsciiLetterOrDigit(this.text[this.at]) || this.text[this.at] == '_' || (this.at == start && this.text[this.at] is '@' or '*')))
        {
            this.at++;
        }

        return (this.text[start..this.at], null);
    }

    // An unquoted variable may hold several words.
    private void Insert(string value, bool split)
    {
        var parts = split ? value.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries) : [value];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                this.EndWord();
            }

            this.started = true;
            this.word.Append(parts[i]);
        }
    }

    private void EndWord()
    {
        if (this.started)
        {
            this.commands[^1].Add(new(this.unknown ? null : this.word.ToString(), this.place));
        }

        this.word.Clear();
        (this.started, this.unknown) = (false, false);
    }
}
