using System.CommandLine;
using System.Text;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Proofs.Network;

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
        var command = new Command("network", "What can reach what, by the network policies of the cluster.") { from, to, matrix, explain, format, json };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var stack = await input.ReadAsync(parsed, cancellation);
            var network = KubernetesNetwork.Of(stack);
            var (source, target) = (parsed.GetValue(from), parsed.GetValue(to));
            Check(network, "--from", source);
            Check(network, "--to", target);
            var connections = network.Connections().Where(connection => Is(connection.From, source) && Is(connection.To, target)).ToList();
            Console.Out.Write(parsed.GetValue(json) ? NetworkReport.ToJson(connections) + "\n" : parsed.GetValue(format) switch
            {
                "json" => NetworkReport.ToJson(connections) + "\n",
                "dot" => NetworkReport.ToDot(connections),
                "svg" => NetworkPicture.ToSvg(network, connections),
                "html" => NetworkPicture.ToHtml(network, connections, stack.Name.Length > 0 ? stack.Name : "Network"),
                _ => parsed.GetValue(explain) ? Explained(network, connections, source, target) : NetworkReport.ToText(connections),
            });
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Check(KubernetesNetwork network, string option, string? text)
    {
        if (text is not null && !network.Workloads.Any(workload => Is(new WorkloadEnd(workload), text)) && !network.Names.Contains(text) && !LlmOpsSecure.Policies.Proofs.Sets.AddressSet.TryParse(text, out _))
        {
            throw new InputException(option, $"there is no workload '{text}'; there are {string.Join(", ", network.Workloads.Select(workload => $"{workload.Namespace}/{workload.Name}").Distinct().Take(20))}");
        }
    }

    private static bool Is(NetworkEnd end, string? text) => text is null || end switch
    {
        WorkloadEnd { Workload: var workload } => text == workload.Name || text == $"{workload.Namespace}/{workload.Name}" || text == workload.ToString(),
        AddressEnd { Addresses: var addresses } => LlmOpsSecure.Policies.Proofs.Sets.AddressSet.TryParse(text, out var set) && addresses.Meets(set.Value),
        _ => end.ToString() == text,
    };

    private static string Explained(KubernetesNetwork network, List<NetworkConnection> connections, string? source, string? target)
    {
        var text = new StringBuilder();
        foreach (var connection in connections)
        {
            text.Append(NetworkReport.ToText([connection]));
            foreach (var line in network.Explain(connection.From, connection.To))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        // A denied pair was asked for: what stops it.
        if (connections.Count == 0 && source is not null && target is not null)
        {
            foreach (var one in network.Workloads.Where(workload => Is(new WorkloadEnd(workload), source)))
            {
                foreach (var other in network.Workloads.Where(workload => Is(new WorkloadEnd(workload), target)))
                {
                    text.Append(one).Append(" → ").Append(other).Append(": denied\n");
                    foreach (var line in network.Explain(new WorkloadEnd(one), new WorkloadEnd(other)))
                    {
                        text.Append("  ").Append(line).Append('\n');
                    }
                }
            }
        }

        return text.ToString();
    }
}
