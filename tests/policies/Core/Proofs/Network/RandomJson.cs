namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

/// <summary>Writes what is random as Kubernetes objects.</summary>
internal static class RandomJson
{
    public static string Of(Dictionary<string, string> labels) => "{" + string.Join(',', labels.Select(label => $"\"{label.Key}\":\"{label.Value}\"")) + "}";

    public static string Of(RandomPolicy policy, int index) => policy.Kind switch
    {
        "NetworkPolicy" => Cluster.Policy(policy.Space, $"n{index}", $$"""{"podSelector":{{Of(policy.Subject)}}{{Types(policy)}}{{Sides(policy, Rule, "")}}}"""),
        "CiliumNetworkPolicy" => $$$"""{"apiVersion":"cilium.io/v2","kind":"CiliumNetworkPolicy","metadata":{"name":"n{{{index}}}","namespace":"{{{policy.Space}}}"},"spec":{"endpointSelector":{{{Of(policy.Subject)}}}{{{Sides(policy with { Ingress = Only(policy.Ingress, "Allow"), Egress = Only(policy.Egress, "Allow") }, Cilium, "")}}}{{{Sides(policy with { Ingress = Only(policy.Ingress, "Deny"), Egress = Only(policy.Egress, "Deny") }, Cilium, "Deny")}}}}}""",
        "ClusterNetworkPolicy" => $$$"""{"apiVersion":"policy.networking.k8s.io/v1alpha2","kind":"ClusterNetworkPolicy","metadata":{"name":"n{{{index}}}"},"spec":{"tier":"{{{policy.Tier}}}","priority":{{{policy.Priority}}},"subject":{{{Pods(policy.Subject, policy.SubjectSpaces!)}}}{{{Sides(policy, ClusterRule, "")}}}}}""",
        _ => $$$"""{"apiVersion":"policy.networking.k8s.io/v1alpha1","kind":"{{{policy.Kind}}}","metadata":{"name":"{{{(policy.Kind[0] == 'B' ? "default" : $"n{index}")}}}"},"spec":{"priority":{{{policy.Priority}}},"subject":{{{Pods(policy.Subject, policy.SubjectSpaces!)}}}{{{Sides(policy, Admin, "")}}}}}""",
    };

    private static RandomRule[]? Only(RandomRule[]? rules, string action) => rules?.Where(rule => rule.Action == action).ToArray();

    private static string Of(RandomSelector selector) => selector.Expression is not { } one ? $$"""{"matchLabels":{{Of(selector.Labels)}}}"""
        : $$"""{"matchLabels":{{Of(selector.Labels)}},"matchExpressions":[{"key":"{{one.Key}}","operator":"{{one.Operator}}"{{(one.Operator.EndsWith("In", StringComparison.Ordinal) ? $",\"values\":[\"{one.Values[0]}\"]" : "")}}}]}""";

    private static string Pods(RandomSelector pods, RandomSelector spaces) => $$$"""{"pods":{"namespaceSelector":{{{Of(spaces)}}},"podSelector":{{{Of(pods)}}}}}""";

    private static string Types(RandomPolicy policy) => !policy.TypesGiven ? ""
        : $",\"policyTypes\":[{string.Join(',', new[] { policy.Ingress is null ? null : "\"Ingress\"", policy.Egress is null ? null : "\"Egress\"" }.OfType<string>())}]";

    private static string Sides(RandomPolicy policy, Func<RandomRule, string, string> rule, string suffix) =>
        Side(policy.Ingress, "ingress" + suffix, "from", rule) + Side(policy.Egress, "egress" + suffix, "to", rule);

    private static string Side(RandomRule[]? rules, string side, string peers, Func<RandomRule, string, string> write) =>
        rules is null ? "" : $",\"{side}\":[{string.Join(',', rules.Select(rule => write(rule, peers)))}]";

    private static string Members(params IEnumerable<string?> members) => "{" + string.Join(',', members.OfType<string>()) + "}";

    private static string? List<T>(string name, IEnumerable<T>? items, Func<T, string> write) => items is null ? null : $"\"{name}\":[{string.Join(',', items.Select(write))}]";

    private static string Rule(RandomRule rule, string side) => Members(
        List(side, rule.Peers, peer => peer.Cidr is null
            ? Members(peer.Pods is null ? null : $"\"podSelector\":{Of(peer.Pods)}", peer.Spaces is null ? null : $"\"namespaceSelector\":{Of(peer.Spaces)}")
            : $$$"""{"ipBlock":{"cidr":"{{{peer.Cidr}}}"{{{(peer.Except is null ? "" : $",\"except\":[\"{peer.Except}\"]")}}}}}"""),
        List("ports", rule.Ports, port => Members($"\"protocol\":\"{port.Protocol}\"", port.Name is { } name ? $"\"port\":\"{name}\"" : port.First is { } first ? $"\"port\":{first}" : null, port.Last is { } last ? $"\"endPort\":{last}" : null)));

    private static string? AdminPeers(RandomRule rule, string side) =>
        List(side, rule.Peers, peer => peer.Cidr is { } cidr ? $$"""{"networks":["{{cidr}}"]}""" : peer.Pods is null ? $$"""{"namespaces":{{Of(peer.Spaces!)}}}""" : Pods(peer.Pods, peer.Spaces!));

    private static string ClusterRule(RandomRule rule, string side) => Members(
        $"\"action\":\"{(rule.Action == "Allow" ? "Accept" : rule.Action)}\"",
        AdminPeers(rule, side),
        List("protocols", rule.Ports, port => port.Name is { } name ? $$"""{"destinationNamedPort":"{{name}}"}"""
            : $$$"""{"{{{port.Protocol!.ToLowerInvariant()}}}":{"destinationPort":{{{(port.Last is { } last ? $"{{\"range\":{{\"start\":{port.First},\"end\":{last}}}}}" : $"{{\"number\":{port.First}}}")}}}}}"""));

    private static string Admin(RandomRule rule, string side) => Members(
        $"\"action\":\"{rule.Action}\"",
        AdminPeers(rule, side),
        List("ports", rule.Ports, port => port.Name is { } name ? $$"""{"namedPort":"{{name}}"}"""
            : port.Last is { } last ? $$$"""{"portRange":{"protocol":"{{{port.Protocol}}}","start":{{{port.First}}},"end":{{{last}}}}}"""
            : $$$"""{"portNumber":{"protocol":"{{{port.Protocol}}}","port":{{{port.First}}}}}"""));

    // The peers of one rule are any of its lists; a selector of another namespace names it.
    private static string Cilium(RandomRule rule, string side)
    {
        var peers = rule.Peers?.ToLookup(peer => peer.Cidr is not null ? "CIDRSet" : peer.Entity is not null ? "Entities" : "Endpoints");
        return Members((peers?.Select(same => List(side + same.Key, same, peer => peer.Entity is { } entity ? $"\"{entity}\""
                : peer.Cidr is { } cidr ? $$"""{"cidr":"{{cidr}}"{{(peer.Except is null ? "" : $",\"except\":[\"{peer.Except}\"]")}}}"""
                : Of(peer.Spaces is null ? peer.Pods! : peer.Pods! with { Expression = peer.Pods.Expression ?? ("k8s:io.kubernetes.pod.namespace", "Exists", []) }))) ?? [])
            .Append(rule.Ports is null ? null : $$"""
                "toPorts":[{"ports":[{{string.Join(',', rule.Ports.Select(port => Members($"\"protocol\":\"{port.Protocol}\"", $"\"port\":\"{port.Name ?? $"{port.First}"}\"", port.Last is { } last ? $"\"endPort\":{last}" : null)))}}]}]
                """));
    }
}
