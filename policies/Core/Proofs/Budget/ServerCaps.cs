using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Proofs.Budget;

/// <summary>What bounds the work of one model server with all its replicas; null where nothing does.</summary>
/// <param name="Context">Tokens of a request with its answer.</param>
/// <param name="Output">Tokens of an answer.</param>
/// <param name="InFlight">Requests at once, those that wait among them.</param>
/// <param name="Choices">Answers to one request.</param>
/// <param name="Unknown">What is not known before deployment.</param>
internal sealed record ServerCap(long? Context, long? Output, long? InFlight, long? Choices, List<string> Unknown);

/// <summary>Reads the caps of the model servers behind a route, from their command lines, autoscalers and the guard beside them.</summary>
internal sealed partial class ServerCaps(Stack stack)
{
    private readonly ILookup<string?, PodSpec> pods = stack.Pods.Where(pod => pod.Servers.Count > 0).ToLookup(pod => pod.Namespace, StringComparer.Ordinal);
    private readonly ILookup<(string? Namespace, string? Name), Resource> autoscalers = stack.OfType(KubernetesTypes.HorizontalPodAutoscaler).ToLookup(scaler => (scaler["metadata.namespace"].AsText, scaler["spec.scaleTargetRef.name"].AsText));

    public IEnumerable<ServerCap> Of(Resource route, string model)
    {
        var space = GatewayRoutes.Key(route)?.Namespace;
        foreach (var pod in this.pods[space])
        {
            foreach (var server in pod.Servers.Select(server => server.With(stack)).Where(server => Serves(server, model)))
            {
                yield return this.CapOf(pod, server);
            }
        }
    }

    private static bool Serves(ModelServer server, string model) => server.Option("served-model-name") is not { IsKnown: true, Text: { } name } || name == model || model == "any model";

    private ServerCap CapOf(PodSpec pod, ModelServer server)
    {
        var unknown = new List<string>();
        long? Number(Setting setting, string what)
        {
            if (setting.State is SettingState.Unknown or SettingState.Elsewhere)
            {
                unknown.Add(what);
            }

            return setting.AsNumber is > 0 and var number ? (long)number : null;
        }

        var sequences = Number(server.Engine == ServingEngine.Sglang ? server.Option("max-running-requests") : server.Option("max-num-seqs"), "how many requests the server takes");
        var replicas = this.Replicas(pod.Owner);
        var guard = this.Guard(pod);
        return new(
            Number(server.Engine == ServingEngine.Sglang ? server.Option("context-length") : server.Option("max-model-len"), "the context of a request"),
            Number(server.OptionMember("override-generation-config", "max_new_tokens"), "the length of an answer"),
            TokenBudget.Times(guard ?? sequences, replicas),
            server.Variable("VLLM_MAX_N_SEQUENCES").AsNumber is > 0 and var choices ? (long)choices : null,
            unknown);
    }

    private long? Replicas(Resource owner)
    {
        var scalers = this.autoscalers[(owner["metadata.namespace"].AsText, owner["metadata.name"].AsText)].ToList();
        return scalers.Count > 0 ? scalers.Select(scaler => (long?)scaler["spec.maxReplicas"].AsNumber).Max() : owner["spec.replicas"].IsAbsent ? 1 : (long?)owner["spec.replicas"].AsNumber;
    }

    // What a guard beside the server lets in: those that the server works on and those that wait.
    private long? Guard(PodSpec pod)
    {
        foreach (var volume in pod.Spec["volumes"].Items)
        {
            var map = stack.References(KubernetesTypes.ConfigMap, "metadata.name").Being(volume["configMap.name"].AsText).FirstOrDefault(one => one["metadata.namespace"].AsText == pod.Namespace);
            foreach (var (_, text) in map?["data"].Members ?? [])
            {
                if (text.AsText is { } configuration && ServerLine().Match(configuration) is { Success: true } match)
                {
                    return long.Parse(match.Groups["running"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + long.Parse(match.Groups["waiting"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*server .* maxconn (?<running>\d{1,9}) maxqueue (?<waiting>\d{1,9})", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ServerLine();
}
