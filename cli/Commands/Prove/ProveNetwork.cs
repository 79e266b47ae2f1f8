using System.CommandLine;
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
        var classes = new Option<bool>("--classes") { Description = "Join workloads that get equal answers (text)." };
        var format = new Option<string>("--format", "-f") { Description = "text, json, dot, svg or html.", DefaultValueFactory = _ => "text" };
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        format.AcceptOnlyFromAmong("text", "json", "dot", "svg", "html");
        var command = new Command("network", "What can reach what, by the network policies of the cluster and the security groups, routes and firewall below its nodes.") { from, to, matrix, explain, classes, format, json };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var stack = await input.ReadAsync(parsed, cancellation);
            var proof = NetworkProof.OfManifests(stack);
            if (proof.Cluster.Problems.Count > 0)
            {
                throw new InputException("network policies", string.Join("; ", proof.Cluster.Problems));
            }

            var (source, target) = (parsed.GetValue(from), parsed.GetValue(to));
            Check(proof, "--from", source);
            Check(proof, "--to", target);
            if (parsed.GetValue(classes))
            {
                Console.Out.Write(NetworkReport.ToText(NetworkMatrix.Of(proof)));
                return ExitCode.Clean;
            }

            var answer = NetworkAnswer.Of(proof, source, target) with { IsExplained = parsed.GetValue(explain) };
            Console.Out.Write((parsed.GetValue(json) ? "json" : parsed.GetValue(format)) switch
            {
                "json" => NetworkJson.Write(answer),
                "dot" => NetworkReport.ToDot(answer),
                "svg" => NetworkPicture.ToSvg(answer),
                "html" => NetworkPicture.ToHtml(answer, stack.Name.Length > 0 ? stack.Name : "Network"),
                _ => NetworkReport.ToText(answer),
            });
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Check(NetworkProof proof, string option, string? text)
    {
        if (text is not null && !NetworkAnswer.Knows(proof, text))
        {
            throw new InputException(option, $"there is no workload '{text}'; there are {string.Join(", ", proof.Cluster.Workloads.Select(workload => $"{workload.Namespace}/{workload.Name}").Distinct().Take(20))}");
        }
    }
}
