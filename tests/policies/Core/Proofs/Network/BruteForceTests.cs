using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

/// <summary>Compares the set algebra with an evaluator that looks at one connection at a time, on random small clusters.</summary>
public sealed class BruteForceTests
{
    private const int Clusters = 10_000;
    private static readonly string[] Spaces = ["a", "b"];
    private static readonly string[] Values = ["x", "y"];
    private static readonly int[] Ports = [79, 80, 81, 443];

    private sealed record Pod(string Space, string Name, Dictionary<string, string> Labels, int WebPort);

    private sealed record Selector(Dictionary<string, string> Labels, (string Key, string Operator, string[] Values)? Expression);

    private sealed record Peer(Selector? Pods, Selector? Spaces, string? Cidr);

    private sealed record Port(string Protocol, int? First, int? Last, string? Name);

    private sealed record Rule(Peer[]? Peers, Port[]? Ports);

    private sealed record Policy(string Space, Selector Subject, Rule[]? Ingress, Rule[]? Egress, bool TypesGiven);

    [Fact]
    public void The_algebra_and_the_one_by_one_evaluator_agree()
    {
        var random = new Random(20260101);
        for (var cluster = 0; cluster < Clusters; cluster++)
        {
            var pods = Enumerable.Range(0, random.Next(2, 5)).Select(index => new Pod(Pick(random, Spaces), $"p{index}", Labels(random), random.Next(79, 82))).ToArray();
            var policies = Enumerable.Range(0, random.Next(0, 4)).Select(_ => RandomPolicy(random)).ToArray();
            var objects = pods.Select(pod => Cluster.Pod(pod.Space, pod.Name, Json(pod.Labels), $$"""[{"name":"web","containerPort":{{pod.WebPort}}}]""")).Concat(policies.Select((policy, index) => Cluster.Policy(policy.Space, $"n{index}", Json(policy))));
            var network = Cluster.Of(objects);
            foreach (var from in pods)
            {
                foreach (var to in pods)
                {
                    var reach = network.Between(new WorkloadEnd(network.Find(from.Name)), new WorkloadEnd(network.Find(to.Name)));
                    foreach (var port in Ports)
                    {
                        foreach (var protocol in new[] { Protocol.Tcp, Protocol.Udp })
                        {
                            var expected = Allowed(policies, from, to, null, protocol, port);
                            Assert.True(expected == reach.Allowed.Contains(protocol, port) && !reach.IsUnknown, $"cluster {cluster}: {from.Name} to {to.Name} {protocol} {port} must be {expected}: {string.Join('\n', objects)}");
                        }
                    }
                }

                foreach (var address in new[] { "10.0.0.1", "10.9.0.1", "8.8.8.8" })
                {
                    Assert.True(AddressSet.TryParse(address, out var set));
                    var reach = network.Between(new WorkloadEnd(network.Find(from.Name)), new AddressEnd(set.Value));
                    Assert.All(Ports, port => Assert.Equal(Allowed(policies, from, null, address, Protocol.Tcp, port), reach.Allowed.Contains(Protocol.Tcp, port)));
                }
            }
        }
    }

    // The specification read literally: one source, one destination, one protocol, one port.
    private static bool Allowed(Policy[] policies, Pod from, Pod? to, string? address, Protocol protocol, int port)
    {
        var egress = policies.Where(policy => policy.Space == from.Space && Selects(policy.Subject, from.Labels) && (policy.TypesGiven ? policy.Egress is not null : policy.Egress is { Length: > 0 })).ToArray();
        if (egress.Length > 0 && !egress.Any(policy => policy.Egress!.Any(rule => Peers(rule, policy.Space, to, address) && Matches(rule, to, protocol, port))))
        {
            return false;
        }

        if (to is null)
        {
            return true;
        }

        var ingress = policies.Where(policy => policy.Space == to.Space && Selects(policy.Subject, to.Labels) && (!policy.TypesGiven || policy.Ingress is not null)).ToArray();
        return ingress.Length == 0 || ingress.Any(policy => (policy.Ingress ?? []).Any(rule => Peers(rule, policy.Space, from, null) && Matches(rule, to, protocol, port)));
    }

    private static bool Peers(Rule rule, string space, Pod? pod, string? address) => rule.Peers is null or [] || rule.Peers.Any(peer =>
        peer.Cidr is not null
            ? address is not null && (peer.Cidr == "10.0.0.0/8 except 10.9.0.0/16" ? address == "10.0.0.1" : address.StartsWith("10.", StringComparison.Ordinal))
            : pod is not null
                && (peer.Spaces is null ? pod.Space == space : Selects(peer.Spaces, new() { ["kubernetes.io/metadata.name"] = pod.Space }))
                && (peer.Pods is null || Selects(peer.Pods, pod.Labels)));

    private static bool Matches(Rule rule, Pod? to, Protocol protocol, int port) => rule.Ports is null or [] || rule.Ports.Any(one =>
        one.Protocol.Equals(protocol.ToString(), StringComparison.OrdinalIgnoreCase)
        && (one.Name is not null ? to is not null && one.Name == "web" && protocol == Protocol.Tcp && port == to.WebPort
            : one.First is null || (one.Last is null ? port == one.First : port >= one.First && port <= one.Last)));

    private static bool Selects(Selector selector, Dictionary<string, string> labels) =>
        selector.Labels.All(label => labels.GetValueOrDefault(label.Key) == label.Value)
        && (selector.Expression is not { } expression || (expression.Operator switch
        {
            "In" => labels.TryGetValue(expression.Key, out var value) && expression.Values.Contains(value),
            "NotIn" => !labels.TryGetValue(expression.Key, out var other) || !expression.Values.Contains(other),
            "Exists" => labels.ContainsKey(expression.Key),
            _ => !labels.ContainsKey(expression.Key),
        }));

    private static Policy RandomPolicy(Random random)
    {
        var types = random.Next(2) == 0;
        return new(Pick(random, Spaces), RandomSelector(random), !types || random.Next(3) > 0 ? Rules(random) : null, random.Next(3) > 0 ? Rules(random) : null, types);
    }

    private static Rule[] Rules(Random random) => [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => new Rule(
        random.Next(4) == 0 ? null : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => RandomPeer(random))],
        random.Next(3) == 0 ? null : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => RandomPort(random))]))];

    private static Peer RandomPeer(Random random) => random.Next(4) switch
    {
        0 => new(null, null, random.Next(2) == 0 ? "10.0.0.0/8" : "10.0.0.0/8 except 10.9.0.0/16"),
        1 => new(RandomSelector(random), null, null),
        2 => new(null, SpaceSelector(random), null),
        _ => new(RandomSelector(random), SpaceSelector(random), null),
    };

    private static Port RandomPort(Random random) => random.Next(4) switch
    {
        0 => new(Pick(random, ["TCP", "UDP"]), null, null, null),
        1 => new("TCP", null, null, Pick(random, ["web", "none"])),
        2 => new("TCP", 80, random.Next(80, 444), null),
        _ => new(Pick(random, ["TCP", "UDP"]), Pick(random, Ports), null, null),
    };

    private static Selector SpaceSelector(Random random) => new(random.Next(2) == 0 ? [] : new() { ["kubernetes.io/metadata.name"] = Pick(random, Spaces) }, null);

    private static Selector RandomSelector(Random random) => new(
        random.Next(2) == 0 ? [] : new() { [Pick(random, Values)] = Pick(random, Values) },
        random.Next(3) > 0 ? null : (Pick(random, Values), Pick(random, ["In", "NotIn", "Exists", "DoesNotExist"]), [Pick(random, Values)]));

    private static Dictionary<string, string> Labels(Random random) => Values.Where(_ => random.Next(2) == 0).ToDictionary(key => key, _ => Pick(random, Values));

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private static string Json(Dictionary<string, string> labels) => "{" + string.Join(',', labels.Select(label => $"\"{label.Key}\":\"{label.Value}\"")) + "}";

    private static string Json(Selector selector) => selector.Expression is not { } one ? $$"""{"matchLabels":{{Json(selector.Labels)}}}"""
        : $$"""{"matchLabels":{{Json(selector.Labels)}},"matchExpressions":[{"key":"{{one.Key}}","operator":"{{one.Operator}}"{{(one.Operator.EndsWith("In", StringComparison.Ordinal) ? $",\"values\":[\"{one.Values[0]}\"]" : "")}}}]}""";

    private static string Json(Policy policy)
    {
        var types = !policy.TypesGiven ? "" : ",\"policyTypes\":[" + string.Join(',', new[] { policy.Ingress is null ? null : "\"Ingress\"", policy.Egress is null ? null : "\"Egress\"" }.OfType<string>()) + "]";
        if (policy is { TypesGiven: true, Ingress: null, Egress: null })
        {
            types = ",\"policyTypes\":[\"None\"]";
        }

        return $$"""{"podSelector":{{Json(policy.Subject)}}{{types}}{{Json(policy.Ingress, "ingress", "from")}}{{Json(policy.Egress, "egress", "to")}}}""";
    }

    private static string Json(Rule[]? rules, string side, string peers) => rules is null ? "" : $",\"{side}\":[" + string.Join(',', rules.Select(rule =>
        "{" + string.Join(',', new[] { rule.Peers is null ? null : $"\"{peers}\":[" + string.Join(',', rule.Peers.Select(Json)) + "]", rule.Ports is null ? null : "\"ports\":[" + string.Join(',', rule.Ports.Select(Json)) + "]" }.OfType<string>()) + "}")) + "]";

    private static string Json(Peer peer) => peer.Cidr is { } cidr
        ? cidr.Contains("except", StringComparison.Ordinal) ? """{"ipBlock":{"cidr":"10.0.0.0/8","except":["10.9.0.0/16"]}}""" : """{"ipBlock":{"cidr":"10.0.0.0/8"}}"""
        : "{" + string.Join(',', new[] { peer.Pods is null ? null : $"\"podSelector\":{Json(peer.Pods)}", peer.Spaces is null ? null : $"\"namespaceSelector\":{Json(peer.Spaces)}" }.OfType<string>()) + "}";

    private static string Json(Port port) => "{" + string.Join(',', new[] { $"\"protocol\":\"{port.Protocol}\"", port.Name is { } name ? $"\"port\":\"{name}\"" : port.First is { } first ? $"\"port\":{first}" : null, port.Last is { } last ? $"\"endPort\":{last}" : null }.OfType<string>()) + "}";
}
