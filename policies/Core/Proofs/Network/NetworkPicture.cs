using System.Globalization;
using System.Text;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Reports;
using static LlmOpsSecure.Policies.Reports.HtmlPage;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>
/// A network as a drawing: zones (the world outside and namespaces) in columns in the order in which connections lead through them, an arrow a connection, dashed while it is not known, dotted where
/// a single layer keeps two ends apart. A cluster of more than 120 workloads is drawn by namespace. It loads nothing and follows the reader's light or dark setting.
/// </summary>
public static class NetworkPicture
{
    private const int MostNodes = 120;
    private const int MostThin = 40;
    private const int MostRows = 1000;

    private const string Style = """
        .net { --text: #1b1f24; --dim: #57606a; --back: #ffffff; --zone: #f3f5f8; --node: #ffffff; --line: #8c959f; --go: #0a5ad6; --thin: #8a5300; font: 12px system-ui, sans-serif }
        @media (prefers-color-scheme: dark) { .net { --text: #e6edf3; --dim: #9da7b3; --back: #0d1117; --zone: #161b22; --node: #21262d; --line: #6e7681; --go: #6cb0ff; --thin: #f0b44c } }
        .net .paper { fill: var(--back) } .net .zone { fill: var(--zone); stroke: var(--line) } .net .node { fill: var(--node); stroke: var(--line) }
        .net text { fill: var(--text) } .net .head { font-weight: 600 } .net .kind { fill: var(--dim); font-size: 10px }
        .net .edge { fill: none; stroke: var(--go); stroke-width: 1.6 } .net .maybe { stroke-dasharray: 7 4 } .net .thin { stroke: var(--thin); stroke-dasharray: 1 5; stroke-linecap: round; stroke-width: 2.4 }
        .net .label { font-size: 10px; paint-order: stroke; stroke: var(--back); stroke-width: 4px; stroke-linejoin: round } .net .tip { fill: var(--go) }
        """;

    /// <summary>The drawing alone, as an SVG file.</summary>
    public static string ToSvg(NetworkAnswer answer)
    {
        var (workloads, connections, thin) = (answer.Proof.Cluster.Workloads, answer.Connections.Concat(answer.Entries.Where(entry => !entry.Reach.IsDenied)), answer.Thin);
        var byNamespace = workloads.Distinct().Count() > MostNodes;
        NetworkPlace Place(NetworkEnd end, bool isSource) => end is WorkloadEnd { Workload: var workload } ? NetworkPlace.Of(workload, byNamespace) : NetworkPlace.Outside(end.ToString()!, isSource);
        var edges = connections.Select(one => (From: Place(one.From, true), To: Place(one.To, false), one.Reach)).Where(edge => edge.From != edge.To)
            .GroupBy(edge => (edge.From, edge.To)).Select(group => (group.Key.From, group.Key.To, Reach: group.Aggregate(Reach.None, (all, one) => all.Union(one.Reach)))).ToList();
        var separations = byNamespace ? [] : thin.Take(MostThin).Select(pair => (From: Place(pair.From, true), To: Place(pair.To, false), pair.Layer)).ToList();
        var lines = edges.Select(edge => (edge.From, edge.To)).Concat(separations.Select(pair => (pair.From, pair.To))).ToList();
        var layout = new NetworkLayout([.. workloads.Select(workload => NetworkPlace.Of(workload, byNamespace)).Concat(lines.SelectMany(line => new[] { line.From, line.To })).Distinct()], lines);

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"net\" role=\"img\" aria-labelledby=\"net-title net-desc\" width=\"{layout.Width}\" height=\"{layout.Height}\" viewBox=\"0 0 {layout.Width} {layout.Height}\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"net-title\">What can reach what</title>\n<desc id=\"net-desc\">{workloads.Count} workloads, {edges.Count} connections, {separations.Count} thin separations shown.</desc>\n<style>\n{Style}\n</style>\n");
        text.Append("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"tip\" d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        text.Append(CultureInfo.InvariantCulture, $"<rect class=\"paper\" width=\"{layout.Width}\" height=\"{layout.Height}\"/>\n");
        foreach (var (name, (x, y, height)) in layout.Zones)
        {
            text.Append(CultureInfo.InvariantCulture, $"<rect class=\"zone\" x=\"{x}\" y=\"{y}\" width=\"{NetworkLayout.ZoneWidth}\" height=\"{height}\" rx=\"8\"/><text class=\"head\" x=\"{x + 10}\" y=\"{y + 18}\">{Escape(Short(name, 30))}<title>{Escape(name)}</title></text>\n");
        }

        // Lines over boxes, so that none seems to end at a box that it only passes; texts over both.
        var labels = new StringBuilder();
        foreach (var (place, (x, y)) in layout.Nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"<rect class=\"node\" x=\"{x}\" y=\"{y}\" width=\"{NetworkLayout.NodeWidth}\" height=\"{NetworkLayout.NodeHeight}\" rx=\"5\"/>\n");
            labels.Append(CultureInfo.InvariantCulture, $"<g><title>{Escape(place.ToString())}</title><text x=\"{x + 8}\" y=\"{y + 15}\">{Escape(Short(place.Name, 25))}</text><text class=\"kind\" x=\"{x + 8}\" y=\"{y + 28}\">{Escape(Short(place.Kind, 28))}</text></g>\n");
        }

        foreach (var (from, to, reach) in edges)
        {
            var what = $"{(reach.IsUnknown ? reach.Possible : reach.Allowed)}{(reach.IsUnknown ? " ?" : "")}";
            AppendEdge(text, labels, layout, from, to, reach.IsUnknown ? "edge maybe" : "edge", Short(what, 22), $"{from} → {to}: {what}{(reach.IsUnknown ? " (not known before deployment)" : "")}", " marker-end=\"url(#tip)\"");
        }

        foreach (var (from, to, layer) in separations)
        {
            AppendEdge(text, labels, layout, from, to, "edge thin", Short($"thin: {layer}", 30), $"{from} → {to}: denied by {layer} only", "");
        }

        return text.Append(labels).Append("</svg>\n").ToString();
    }

    /// <summary>The drawing on a page that opens offline, with what it shows as tables.</summary>
    public static string ToHtml(NetworkAnswer answer, string name)
    {
        var (proof, connections, thin) = (answer.Proof, answer.Connections, answer.Thin);
        var text = new StringBuilder("<p>Zones are the world outside and namespaces. An arrow is a connection that every layer lets through, dashed while it is not known before deployment. A pair without an arrow is denied; a dotted line shows one that a single layer denies.</p>\n");
        text.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" role=\"region\" aria-label=\"Network picture\" tabindex=\"0\">\n{ToSvg(answer)}</div>\n");
        text.Append(CultureInfo.InvariantCulture, $"<h2>Connections</h2>\n<p>{Amount(connections.Count, "connection")}; every other pair is denied.</p>\n");
        text.Append(Table("Connections", ["From", "To", "Allowed", "Not known before deployment"], connections.Take(MostRows).Select(one => new[] { Escape(one.From.ToString()!), Escape(one.To.ToString()!), Escape(one.Reach.Allowed.ToString()), one.Reach.IsUnknown ? Escape(one.Reach.Possible.Except(one.Reach.Allowed).ToString()) : "" })));
        if (answer.Entries.Count > 0)
        {
            text.Append("<h2>Ingress</h2>\n<p>What an ingress or a route leads the world outside to, as far as policies let its controller's pods in.</p>\n");
            text.Append(Table("Ingress", ["From", "To", "Allowed"], answer.Entries.Take(MostRows).Select(one => new[] { Escape(one.From.ToString()!), Escape(one.To.ToString()!), Escape(one.Reach.ToText()) })));
        }

        if (answer.Relayed.Count > 0)
        {
            text.Append("<h2>Through a proxy</h2>\n<p>What a workload reaches because a proxy asks for it, which its list lets it.</p>\n");
            text.Append(Table("Through a proxy", ["From", "To", "Through", "Allowed"], answer.Relayed.Take(MostRows).Select(one => new[] { Escape(one.From.ToString()!), Escape(one.To.ToString()!), Escape(one.Through.ToString()), Escape(one.Reach.ToText()) })));
        }

        text.Append(CultureInfo.InvariantCulture, $"<h2>Thin separations</h2>\n<p>{(thin.Count > 0 ? $"{Amount(thin.Count, "pair")} kept apart by one layer only." : "None.")}{(proof.HasNodes ? "" : " Pairs with the internet are not looked for: the input has no nodes, so nothing below the network policies is known.")}</p>\n");
        if (thin.Count > 0)
        {
            text.Append(Table("Thin separations", ["From", "To", "Denied only by"], thin.Take(MostRows).Select(pair => new[] { Escape(pair.From.ToString()!), Escape(pair.To.ToString()!), Escape(pair.Layer) })));
        }

        return Of($"{name}: what can reach what", text.ToString());
    }

    private static string Amount(int count, string noun) => count > MostRows ? $"More than {MostRows} {noun}s, of which {MostRows} are shown" : $"{count} {noun}{(count == 1 ? "" : "s")}";

    // A forward arrow leaves on the right and arrives on the left, a backward one the other way round; within a column it bends out on the right.
    private static void AppendEdge(StringBuilder text, StringBuilder labels, NetworkLayout layout, NetworkPlace from, NetworkPlace to, string kind, string label, string full, string end)
    {
        if (!layout.Nodes.TryGetValue(from, out var start) || !layout.Nodes.TryGetValue(to, out var target))
        {
            return; // beyond what is drawn
        }

        var (width, half) = (NetworkLayout.NodeWidth, NetworkLayout.NodeHeight / 2);
        var (forward, same) = (target.X > start.X, target.X == start.X);
        var (x1, y1) = (start.X + (forward || same ? width : 0), start.Y + half - 5);
        var (x2, y2) = (target.X + (forward ? 0 : width), target.Y + half + (same || forward ? -5 : 5));
        y1 += forward || same ? 0 : 10;
        var bend = same ? 70 : Math.Max(40, Math.Abs(x2 - x1) / 2);
        var (c1, c2) = (x1 + (forward || same ? bend : -bend), x2 + (forward ? -bend : bend));
        text.Append(CultureInfo.InvariantCulture, $"<g><title>{Escape(full)}</title><path class=\"{kind}\" d=\"M{x1} {y1}C{c1} {y1} {c2} {y2} {x2} {y2}\"{end}/></g>\n");

        // The label stands near the start, before the next column.
        var t = same ? 0.5 : Math.Abs(x2 - x1) > NetworkLayout.ZoneWidth * 2 ? 0.12 : 0.3;
        double On(int a, int b, int c, int d) => (a * Math.Pow(1 - t, 3)) + (3 * b * t * Math.Pow(1 - t, 2)) + (3 * c * t * t * (1 - t)) + (d * t * t * t);
        labels.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" text-anchor=\"middle\" x=\"{(int)On(x1, c1, c2, x2)}\" y=\"{(int)On(y1, y1, y2, y2) + (forward || same ? -4 : 12)}\">{Escape(label)}</text>\n");
    }

    private static string Short(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1), "…");
}
