using System.CommandLine;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Proofs.Access;

namespace LlmOpsSecure.Cli.Commands.Prove;

/// <summary><c>llmops prove access</c>: who may do what, by whatever chain.</summary>
internal static class ProveAccess
{
    public static Command Create()
    {
        var input = new ProofInput();
        var who = new Option<string?>("--who") { Description = "Only this identity: its name, namespace/name, or as the report names it." };
        var to = new Option<string?>("--to") { Description = "Only rights at this resource or scope, of this role, or of this capability (such as blobs-read)." };
        var explain = new Option<bool>("--explain") { Description = "Show each chain link by link." };
        var format = new Option<string>("--format", "-f") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("access", "Who may do what in Azure and Kubernetes, by whatever chain of identities.") { who, to, explain, format, json };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var graph = AccessGraph.Of(await input.ReadAsync(parsed, cancellation));
            var name = parsed.GetValue(who);
            if (name is not null && !graph.Identities.Any(identity => AccessReport.Is(identity, name)))
            {
                throw new InputException("--who", $"there is no identity '{name}'; there are {string.Join(", ", graph.Identities.Take(30))}");
            }

            var rights = AccessReport.Select(graph, name, parsed.GetValue(to));
            var asJson = parsed.GetValue(json) || parsed.GetValue(format) == "json";
            Console.Out.Write(asJson ? AccessReport.ToJson(rights) + "\n" : rights.Count == 0 ? "No such right, by any chain.\n" : AccessReport.ToText(rights, parsed.GetValue(explain)));
            return ExitCode.Clean;
        });
        return command;
    }
}
