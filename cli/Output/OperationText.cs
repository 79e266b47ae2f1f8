using System.Globalization;
using System.Text;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Output;

/// <summary>Shows an operation to people: the tree of resources with what happens to them, findings under their resource, outputs, summary and verdict.</summary>
internal static class OperationText
{
    public static string Of(OperationResult result, string what, string stack, Func<string, string, string> style)
    {
        var text = new StringBuilder();
        using var writer = new StringWriter(text, CultureInfo.InvariantCulture);
        text.Append(style("strong", $"{char.ToUpperInvariant(what[0])}{what[1..]} of stack '{stack}'")).Append(" (simulated providers, no cloud)\n");
        var findings = result.Findings.Where(finding => finding.Urn.Length > 0).ToLookup(finding => finding.Urn, StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        // Registrations race; what is shown does not.
        var children = result.Steps.OrderBy(step => step.State.Name, StringComparer.Ordinal).ThenBy(step => step.State.Type, StringComparer.Ordinal).ToLookup(step => step.State.Parent ?? "", StringComparer.Ordinal);
        var urns = result.Steps.Select(step => step.State.Urn).ToHashSet(StringComparer.Ordinal);
        foreach (var root in result.Steps.Where(step => step.State.Parent is null || !urns.Contains(step.State.Parent)))
        {
            Append(root, 0);
        }

        TextReport.WriteFindings(writer, result.Findings.Where(finding => finding.Urn.Length == 0 || !urns.Contains(finding.Urn)), style);

        if (result.Outputs.Members.Count > 0)
        {
            text.Append("\nOutputs:\n");
            foreach (var (name, value) in result.Outputs.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {name}: {Show(value)}\n");
            }
        }

        var messages = result.Diagnostics.Where(diagnostic => diagnostic.Text.Length > 0).ToList();
        if (messages.Count > 0)
        {
            text.Append("\nMessages:\n");
            var root = result.Steps.FirstOrDefault(step => step.State.Type == ResourceOperation.StackType)?.State.Urn;
            foreach (var message in messages)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {style(message.Severity == "error" ? "error" : message.Severity == "warning" ? "warning" : "note", message.Severity)}: {(message.Urn.Length > 0 && message.Urn != root ? $"{Aliases.NameOf(message.Urn)}: " : "")}{message.Text}\n");
            }
        }

        var counts = result.Steps.GroupBy(step => step.Op).OrderBy(group => group.Key).Select(group => $"{group.Count()} to {group.Key.ToString().ToLowerInvariant()}".Replace("to same", "unchanged", StringComparison.Ordinal));
        text.Append(CultureInfo.InvariantCulture, $"\n{result.Live.Count()} resources: {string.Join(", ", counts)}\n");
        var rejected = result.Failed || result.Findings.Any(finding => finding.Blocks);
        text.Append(style(rejected ? "error" : "good", $"{(rejected ? "Rejected" : "Accepted")}: {TextReport.Counts([.. result.Findings])}{(result.Failed ? "; the run failed" : "")}.")).Append('\n');
        return text.ToString();

        void Append(Step step, int depth)
        {
            if (!shown.Add(step.State.Urn))
            {
                return;
            }

            var indent = new string(' ', 2 * depth + 1);
            var (mark, paint) = step.Op switch { Operation.Create => ("+", "good"), Operation.Update => ("~", "warning"), Operation.Replace => ("±", "error"), Operation.Delete => ("-", "error"), Operation.Read => ("<", "note"), Operation.Import => ("=", "good"), _ => (" ", "note") };
            var why = step.Replaces.Count > 0 ? $" replaced by {string.Join(", ", step.Replaces)}" : step.Changes.Count > 0 ? $" [{string.Join(", ", step.Changes)}]" : step.Note.Length > 0 ? $" {step.Note}" : "";
            text.Append(CultureInfo.InvariantCulture, $"{style(paint, mark)}{indent}{style("strong", step.State.Name)} {step.State.Type}{why}\n");
            foreach (var finding in findings[step.State.Urn])
            {
                TextReport.WriteFinding(writer, finding, style, indent + "    ");
            }

            foreach (var child in children[step.State.Urn])
            {
                Append(child, depth + 1);
            }
        }
    }

    private static string Show(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Secret => "[secret]",
        PropertyKind.Unknown => "known after deployment",
        PropertyKind.Boolean => value.Boolean ? "true" : "false",
        PropertyKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
        PropertyKind.Text => value.Text,
        PropertyKind.List => $"[{string.Join(", ", value.Items.Select(Show))}]",
        PropertyKind.Null => "null",
        _ => $"{{{string.Join(", ", value.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}: {Show(member.Value)}"))}}}",
    };
}
