using System.Text;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Writes an answer as text and as a graph.</summary>
public static class NetworkReport
{
    private const int MostNames = 5;

    /// <summary>One line a connection, in the order of its ends: <c>from → to: TCP 443</c>; below it what each layer decided, if asked; then thin pairs and what is taken for granted.</summary>
    public static string ToText(NetworkAnswer answer)
    {
        var text = new StringBuilder();
        foreach (var connection in answer.Connections)
        {
            text.Append(connection.From).Append(" → ").Append(connection.To).Append(": ").Append(connection.Reach.ToText()).Append('\n');
            if (answer.IsExplained)
            {
                text.Append(LayerAnswer.ToText(answer.Proof.Layers(connection.From, connection.To)));
            }
        }

        foreach (var (from, to) in answer.IsExplained ? answer.Denied : [])
        {
            text.Append(from).Append(" → ").Append(to).Append(": ").Append(LayerAnswer.ToText(answer.Proof.Layers(from, to)));
        }

        foreach (var (from, to, reach) in answer.Entries)
        {
            text.Append(from).Append(" → ").Append(to).Append(": ").Append(reach.IsDenied ? "nothing, for its policies let the controller's pods in nowhere" : reach.ToText()).Append('\n');
        }

        foreach (var (from, to, through, reach) in answer.Relayed)
        {
            text.Append(from).Append(" → ").Append(to).Append(" through ").Append(through).Append(": ").Append(reach.ToText()).Append('\n');
        }

        foreach (var same in answer.Thin.GroupBy(pair => (pair.To, pair.Layer)))
        {
            var sources = same.Select(pair => pair.From.ToString()).ToList();
            text.Append("thin: ").AppendJoin(", ", sources.Take(MostNames)).Append(sources.Count > MostNames ? $" and {sources.Count - MostNames} more" : "")
                .Append(" → ").Append(same.Key.To).Append(" is denied by ").Append(same.Key.Layer).Append(" alone\n");
        }

        if (answer.ThinLeftOut > 0)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"thin: {answer.ThinLeftOut} more pairs\n");
        }

        return text.Append(string.Concat(answer.Proof.Assumptions.Select(one => $"taken for granted: {one}\n"))).ToString();
    }

    /// <summary>A line for each class with its workloads, then one for each connection.</summary>
    public static string ToText(NetworkMatrix matrix)
    {
        var text = new StringBuilder();
        var names = matrix.Classes.Select((members, index) => (End: (NetworkEnd)new WorkloadEnd(members[0]), Name: $"class {index + 1}")).ToDictionary(one => one.End, one => one.Name);
        foreach (var (members, index) in matrix.Classes.Select((members, index) => (members, index)))
        {
            text.Append("class ").Append(index + 1).Append(": ").AppendJoin(", ", members.Select(one => one.ToString()).Distinct()).Append('\n');
        }

        foreach (var (from, to, reach) in matrix.Connections)
        {
            text.Append(names.GetValueOrDefault(from) ?? from.ToString()).Append(" → ").Append(names.GetValueOrDefault(to) ?? to.ToString()).Append(": ").Append(reach.ToText()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A Graphviz digraph: one node an end, one edge a connection; a dashed edge is not known before deployment.</summary>
    public static string ToDot(NetworkAnswer answer)
    {
        var text = new StringBuilder("digraph network {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
        foreach (var (from, to, reach) in answer.Connections.Concat(answer.Entries.Where(entry => !entry.Reach.IsDenied)))
        {
            text.Append("  ").Append(Quote(from)).Append(" -> ").Append(Quote(to)).Append(" [label=").Append(Quote(reach.IsUnknown ? reach.Possible : reach.Allowed)).Append(reach.IsUnknown ? ", style=dashed];\n" : "];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Quote(object text) => $"\"{text.ToString()!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
