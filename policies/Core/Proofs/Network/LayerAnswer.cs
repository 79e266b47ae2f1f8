using System.Text;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>What one layer on the way says of the connections between two ends. A connection passes if every layer lets it through.</summary>
/// <param name="Layer">The layer: <c>network policies</c>, <c>security group spoke-gpu</c>, <c>route</c>, <c>firewall</c>, <c>public entry</c>.</param>
/// <param name="Reach">What the layer lets through.</param>
/// <param name="Reasons">What decided, one line each, naming the object and the rule.</param>
public sealed record LayerAnswer(string Layer, Reach Reach, IReadOnlyList<string> Reasons)
{
    /// <summary>The answers as text, after a line that counts the layers that deny everything; <c>thin</c> where one alone does, <c>layer: what passes</c> with its reasons below.</summary>
    public static string ToText(IReadOnlyList<LayerAnswer> layers)
    {
        var denying = layers.Where(layer => layer.Reach.IsDenied).ToList();
        var text = new StringBuilder();
        if (denying.Count > 0)
        {
            text.Append(denying switch { [_] => "denied once, thin: ", [_, _] => "denied twice: ", _ => $"denied {denying.Count} times: " })
                .AppendJoin("; ", denying.Select(layer => layer.Reasons.Count > 0 ? $"{layer.Layer}: {layer.Reasons[^1]}" : layer.Layer)).Append('\n');
        }

        foreach (var layer in layers)
        {
            text.Append("  ").Append(layer.Layer).Append(": ").Append(layer.Reach.IsUnknown ? $"not known before deployment, at most {layer.Reach.Possible}" : layer.Reach.Allowed).Append('\n');
            foreach (var reason in layer.Reasons)
            {
                text.Append("    ").Append(reason).Append('\n');
            }
        }

        return text.ToString();
    }
}
