using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>Reads JSON into dictionaries, lists, texts, numbers and booleans. A generator runs inside the compiler, where no JSON library can be relied on.</summary>
internal sealed class Json
{
    private readonly string text;
    private int at;

    private Json(string text) => this.text = text;

    public static object? Parse(string text) => new Json(text).Value();

    private object? Value()
    {
        this.Blank();
        switch (this.text[this.at])
        {
            case '{':
                return this.Object();
            case '[':
                return this.Array();
            case '"':
                return this.Text();
            case 't':
                this.at += 4;
                return true;
            case 'f':
                this.at += 5;
                return false;
            case 'n':
                this.at += 4;
                return null;
            default:
                var start = this.at;
                while (this.at < this.text.Length && "+-.eE0123456789".IndexOf(this.text[this.at]) >= 0)
                {
                    this.at++;
                }

                return double.Parse(this.text.Substring(start, this.at - start), CultureInfo.InvariantCulture);
        }
    }

    private Dictionary<string, object?> Object()
    {
        var members = new Dictionary<string, object?>();
        for (this.at++, this.Blank(); this.text[this.at] != '}'; this.Blank())
        {
            if (this.text[this.at] == ',')
            {
                this.at++;
                this.Blank();
            }

            var name = this.Text();
            this.Blank();
            this.at++;
            members[name] = this.Value();
        }

        this.at++;
        return members;
    }

    private List<object?> Array()
    {
        var items = new List<object?>();
        for (this.at++, this.Blank(); this.text[this.at] != ']'; this.Blank())
        {
            if (this.text[this.at] == ',')
            {
                this.at++;
            }

            items.Add(this.Value());
        }

        this.at++;
        return items;
    }

    private string Text()
    {
        var builder = new StringBuilder();
        for (this.at++; this.text[this.at] != '"'; this.at++)
        {
            if (this.text[this.at] != '\\')
            {
                builder.Append(this.text[this.at]);
                continue;
            }

            var escaped = this.text[++this.at];
            builder.Append(escaped switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)int.Parse(this.text.Substring((this.at += 4) - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                _ => escaped,
            });
        }

        this.at++;
        return builder.ToString();
    }

    private void Blank()
    {
        while (char.IsWhiteSpace(this.text[this.at]))
        {
            this.at++;
        }
    }
}
