using System.Globalization;
using System.Net;
using System.Text;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>A page that is one file: no script, and nothing is loaded from anywhere. It follows the reader's light or dark setting, and wide parts scroll on a phone.</summary>
public static class HtmlPage
{
    private const string Style = """
        :root { color-scheme: light dark; --text: #1b1f24; --dim: #57606a; --back: #ffffff; --line: #d0d7de; --bad: #b3261e; --warn: #8a5300; --good: #1a7f37 }
        @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9da7b3; --back: #0d1117; --line: #3d444d; --bad: #ff8a80; --warn: #f0b44c; --good: #57d27a } }
        body { margin: 0 auto; max-width: 80rem; padding: 1rem; color: var(--text); background: var(--back); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
        h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem } p { max-width: 70ch }
        .wide { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; padding: .5rem } .wide:focus-visible { outline: 2px solid var(--text) }
        table { border-collapse: collapse; width: 100%; min-width: 36rem } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word }
        .bad { color: var(--bad) } .warn { color: var(--warn) } .good { color: var(--good) } .dim { color: var(--dim) } code { font-size: .9em }
        """;

    /// <summary>The page.</summary>
    /// <param name="title">The title as plain text.</param>
    /// <param name="body">What is on it, as HTML.</param>
    public static string Of(string title, string body) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Escape(title)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        <h1>{Escape(title)}</h1>
        {body}</main>
        </body>
        </html>

        """;

    /// <summary>A table in a part of the page that scrolls by itself.</summary>
    /// <param name="label">What it shows, for who cannot see it, as plain text.</param>
    /// <param name="heads">The heads of its columns, as plain text.</param>
    /// <param name="rows">The cells of its rows, as HTML.</param>
    public static string Table(string label, IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" role=\"region\" aria-label=\"{Escape(label)}\" tabindex=\"0\"><table>\n<thead><tr>");
        foreach (var head in heads)
        {
            text.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Escape(head)}</th>");
        }

        text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            text.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{cell}</td>")).Append("</tr>\n");
        }

        return text.Append("</tbody>\n</table></div>\n").ToString();
    }

    /// <summary>The text as HTML and XML show it, in an attribute too. Characters that XML forbids are replaced.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Select(rune => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString())));
}
