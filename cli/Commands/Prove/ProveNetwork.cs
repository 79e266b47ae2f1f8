using System.CommandLine;
using System.Text;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Cli.Commands.Prove;

/// <summary><c>llmops prove network</c>: who can reach what.</summary>
internal static class ProveNetwork
{
    public static Command Create()
    {
        var input = new ProofInput();
        var from = new Option<string?>("--from") { Description = "Only connections from this workload (name, namespace/name) or address." };
        var to = new Option<string?>("--to") { Description = "Only connections to this workload, address or name." };
        var matrix = new Option<bool>("--matrix") { Description = "All pairs; the default where neither --from nor --to is given." };
        var explain = new Option<bool>("--explain") { Description = "Say which policies and rules decided." };
        var format = new Option<string>("--format", "-f") { Description = "text, json, dot, svg or html.", DefaultValueFactory = _ => "text" };
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        format.AcceptOnlyFromAmong("text", "json", "dot", "svg", "html");
        var command = new Command("network", "What can reach what, by the network policies of the cluster and the security groups, routes and firewall below its nodes.") { from, to, matrix, explain, format, json };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var stack = await input.ReadAsync(parsed, cancellation);
            var proof = NetworkProof.Of(stack);
            var network = proof.Cluster;
            if (network.Problems.Count > 0)
            {
                throw new InputException("network policies", string.Join("; ", network.Problems));
            }

            var (source, target) = (parsed.GetValue(from), parsed.GetValue(to));
            Check(network, "--from", source);
            Check(network, "--to", target);
            var connections = proof.Connections().Where(connection => Is(connection.From, source) && Is(connection.To, target)).ToList();
            var thin = proof.Thin().Where(pair => Is(pair.From, source) && Is(pair.To, target)).ToList();
            Console.Out.Write((parsed.GetValue(json) ? "json" : parsed.GetValue(format)) switch
            {
                "json" => NetworkReport.ToJson(connections, thin) + "\n",
                "dot" => NetworkReport.ToDot(connections),
                "svg" => NetworkPicture.ToSvg(proof, connections, thin),
                "html" => NetworkPicture.ToHtml(proof, connections, thin, stack.Name.Length > 0 ? stack.Name : "Network"),
                _ => (parsed.GetValue(explain) ? Explained(proof, connections, source, target) : NetworkReport.ToText(connections)) + string.Concat(thin.Select(pair => $"{pair}\n")),
            });
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Check(KubernetesNetwork network, string option, string? text)
    {
        if (text is not null && !network.Workloads.Any(workload => Is(new WorkloadEnd(workload), text)) && !network.Names.Contains(text) && !AddressSet.TryParse(text, out _))
        {
            throw new InputException(option, $"there is no workload '{text}'; there are {string.Join(", ", network.Workloads.Select(workload => $"{workload.Namespace}/{workload.Name}").Distinct().Take(20))}");
        }
    }

    private static bool Is(NetworkEnd end, string? text) => text is null || end switch
    {
        WorkloadEnd { Workload: var workload } => text == workload.Name || text == $"{workload.Namespace}/{workload.Name}" || text == workload.ToString(),
        AddressEnd { Addresses: var addresses } => AddressSet.TryParse(text, out var set) && addresses.Meets(set.Value),
        _ => end.ToString() == text,
    };

    private static string Explained(NetworkProof proof, List<NetworkConnection> connections, string? source, string? target)
    {
        var text = new StringBuilder();
        foreach (var connection in connections)
        {
            text.Append(NetworkReport.ToText([connection])).Append(LayerAnswer.ToText(proof.Layers(connection.From, connection.To)));
        }

        // A denied pair was asked for: what stops it, at each layer.
        if (connections.Count == 0 && source is not null && target is not null)
        {
            foreach (var one in Ends(proof.Cluster, source))
            {
                foreach (var other in Ends(proof.Cluster, target).Where(other => one is WorkloadEnd || other is WorkloadEnd))
                {
                    text.Append(one).Append(" → ").Append(other).Append(": ").Append(LayerAnswer.ToText(proof.Layers(one, other)));
                }
            }
        }

        return text.ToString();
    }

    private static IEnumerable<NetworkEnd> Ends(KubernetesNetwork network, string text) =>
        AddressSet.TryParse(text, out var set) ? network.Outside.Where(addresses => addresses.Meets(set.Value)).Select(addresses => new AddressEnd(addresses.Intersect(set.Value)))
        : network.Names.Contains(text) ? [new NameEnd(text)]
        : network.Workloads.Select(workload => new WorkloadEnd(workload)).Where(end => Is(end, text)).DistinctBy(end => end.ToString());
}
