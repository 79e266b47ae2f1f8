using System.Globalization;
using System.Text;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Documentation;

/// <summary>Writes the pages of <c>docs/policies/</c> from what the policies say of themselves.</summary>
public static class PolicyPage
{
    /// <summary>All pages by file name: one for each policy, and the index.</summary>
    public static IReadOnlyDictionary<string, string> All(PolicyPack pack)
    {
        var pages = pack.Policies.ToDictionary(policy => $"{policy.Info.Id}.md", policy => Of(policy.Info));
        pages["README.md"] = Index(pack);
        return pages;
    }

    /// <summary>The page of one policy.</summary>
    public static string Of(PolicyInfo info)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {info.Title}\n\n`{info.Id}` · {info.Severity.ToString().ToLowerInvariant()} · {info.DefaultEnforcement.ToString().ToLowerInvariant()}\n\n{info.Why}\n\n**Fix.** {info.Remediation}\n");
        Examples(text, "Good", info.Good);
        Examples(text, "Bad", info.Bad);
        Section(text, "Looks at", info.Types.Select(type => $"`{type}`"));
        Section(text, "Parameters", info.Parameters.Select(parameter => $"`{parameter.Name}` (default `{parameter.Default}`): {parameter.Description}"));
        Section(text, "Corrects", info.Corrections.Select(correction => $"`{correction.Property}` to `{correction.Value}`"));
        Section(text, "Threats", info.Threats.Select(threat => threat.ToString()));
        Section(text, "Controls", info.Controls.Select(control => control.ToString()));
        Section(text, "Replaces", info.Equivalents.Select(id => $"`{id}`"));
        Section(text, "Former ids", info.FormerIds.Select(id => $"`{id}`"));
        return text.ToString();
    }

    private static string Index(PolicyPack pack)
    {
        var text = new StringBuilder("# Policies\n\nWritten by `llmops policies docs` from the policies themselves.\n");
        foreach (var subject in pack.Policies.GroupBy(policy => policy.Info.Subject).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {subject.Key}\n\n| policy | severity | |\n|---|---|---|\n");
            foreach (var policy in subject)
            {
                text.Append(CultureInfo.InvariantCulture, $"| [`{policy.Info.Id}`]({policy.Info.Id}.md) | {policy.Info.Severity.ToString().ToLowerInvariant()} | {policy.Info.Title} |\n");
            }
        }

        text.Append("\n## By threat\n");
        foreach (var threat in Enum.GetValues<Threat>())
        {
            Section(text, threat.ToString(), pack.Policies.Where(policy => policy.Info.Threats.Contains(threat)).Select(policy => $"[`{policy.Info.Id}`]({policy.Info.Id}.md)"), "###");
        }

        text.Append("\n## By framework\n");
        foreach (var framework in pack.Policies.SelectMany(policy => policy.Info.Controls.Select(control => (control.Framework, control.Id, Policy: policy.Info.Id))).GroupBy(entry => entry.Framework).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Section(text, framework.Key, framework.OrderBy(entry => entry.Id, StringComparer.Ordinal).Select(entry => $"{entry.Id}: [`{entry.Policy}`]({entry.Policy}.md)"), "###");
        }

        return text.ToString();
    }

    private static void Examples(StringBuilder text, string title, IEnumerable<string> examples)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
        foreach (var example in examples)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n```json\n{example.Trim()}\n```\n");
        }
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines, string heading = "##")
    {
        var list = lines.ToList();
        if (list.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{heading} {title}\n\n");
            foreach (var line in list)
            {
                text.Append("- ").Append(line).Append('\n');
            }
        }
    }
}
