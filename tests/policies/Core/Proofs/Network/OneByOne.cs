using System.Net;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

/// <summary>The specifications read literally: one source, one destination, one protocol, one port at a time, without any set.</summary>
internal static class OneByOne
{
    /// <summary>Whether the connection passes. One end may be an address outside; it stands in for a pod that is null.</summary>
    public static bool Allows(RandomPolicy[] policies, RandomPod? from, RandomPod? to, string? address, string protocol, int port) =>
        (from is null || Decides(policies, from, to, address, egress: true, to, protocol, port)) && (to is null || Decides(policies, to, from, address, egress: false, to, protocol, port));

    private static bool Decides(RandomPolicy[] policies, RandomPod subject, RandomPod? peer, string? address, bool egress, RandomPod? destination, string protocol, int port)
    {
        bool Matches(RandomPolicy policy, RandomRule rule) => Peers(policy, rule, peer, address) && (rule.Ports is null || rule.Ports.Any(one => Port(one, destination, protocol, port)));
        var selecting = policies.Where(policy => Subject(policy, subject)).Select(policy => (Policy: policy, Rules: egress ? policy.Egress : policy.Ingress)).ToList();
        string? First(string tier) => selecting.Where(one => one.Policy.Tier == tier).OrderBy(one => one.Policy.Priority)
            .SelectMany(one => one.Rules ?? [], (one, rule) => (one.Policy, Rule: rule)).FirstOrDefault(one => Matches(one.Policy, one.Rule)).Rule?.Action;
        if (First("Admin") is { } decided and not "Pass")
        {
            return decided == "Allow";
        }

        var own = selecting.Where(one => one.Policy.Tier == "Namespace").ToList();
        if (own.Any(one => one.Rules?.Any(rule => rule.Action == "Deny" && Matches(one.Policy, rule)) == true))
        {
            return false;
        }

        if (own.Any(one => Isolates(one.Policy, one.Rules, egress)))
        {
            return own.Any(one => one.Rules?.Any(rule => rule.Action == "Allow" && Matches(one.Policy, rule)) == true && Isolates(one.Policy, one.Rules, egress));
        }

        return First("Baseline") != "Deny";
    }

    private static bool Isolates(RandomPolicy policy, RandomRule[]? rules, bool egress) =>
        policy.Kind == "CiliumNetworkPolicy" ? rules is { Length: > 0 }
        : policy.TypesGiven ? rules is not null
        : !egress || rules is { Length: > 0 };

    private static bool Subject(RandomPolicy policy, RandomPod pod) =>
        Selects(policy.Subject, pod.Labels) && (policy.SubjectSpaces is null ? policy.Space == pod.Space : InSpaces(policy.SubjectSpaces, pod));

    private static bool Peers(RandomPolicy policy, RandomRule rule, RandomPod? pod, string? address)
    {
        if (rule.Peers is null)
        {
            return policy.Kind != "CiliumNetworkPolicy" || rule.Ports is not null; // in Cilium an empty rule matches nothing
        }

        return rule.Peers.Any(peer => peer.Entity is { } entity ? entity == "all" || (entity == "world") == (pod is null)
            : peer.Cidr is { } cidr ? address is null ? policy.Tier != "Namespace" && cidr == "0.0.0.0/0" : Contains(cidr, address) && (peer.Except is null || !Contains(peer.Except, address))
            : pod is not null && (peer.Pods is null || Selects(peer.Pods, pod.Labels)) && (peer.Spaces is null ? pod.Space == policy.Space : InSpaces(peer.Spaces, pod)));
    }

    private static bool InSpaces(RandomSelector spaces, RandomPod pod) => Selects(spaces, new() { ["kubernetes.io/metadata.name"] = pod.Space });

    private static bool Contains(string cidr, string address) => IPNetwork.Parse(cidr).Contains(IPAddress.Parse(address));

    private static bool Port(RandomPort one, RandomPod? destination, string protocol, int port) =>
        one.Name is { } name ? name == "web" && destination?.Web.Contains((protocol, port)) == true && (one.Protocol is null || one.Protocol == protocol)
        : (one.Protocol == "ANY" || one.Protocol == protocol) && (one.First is null || (one.Last is null ? port == one.First : port >= one.First && port <= one.Last));

    private static bool Selects(RandomSelector selector, Dictionary<string, string> labels) =>
        selector.Labels.All(label => labels.GetValueOrDefault(label.Key) == label.Value)
        && (selector.Expression is not { } expression || (expression.Operator switch
        {
            "In" => labels.TryGetValue(expression.Key, out var value) && expression.Values.Contains(value),
            "NotIn" => !labels.TryGetValue(expression.Key, out var other) || !expression.Values.Contains(other),
            "Exists" => labels.ContainsKey(expression.Key),
            _ => !labels.ContainsKey(expression.Key),
        }));
}
