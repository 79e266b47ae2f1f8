using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>
/// What the emitted network policies mean, as nftables rules of the router between the pods: nothing here is written for a case, a pod has the rules of the
/// objects that select it. A pod that no policy selects is free, as in Kubernetes. What is dropped is counted.
/// </summary>
internal sealed class PacketRules(IReadOnlyList<RecordedResource> resources, IReadOnlyList<Pod> pods)
{
    private readonly IReadOnlyList<JsonElement> objects = [.. resources.Select(Pod.Manifest).OfType<JsonElement>()];
    private readonly List<NamedSet> sets = [];

    /// <summary>The sets of addresses that a pod may reach once it has resolved a name that matches.</summary>
    public IReadOnlyList<NamedSet> Sets => this.sets;

    /// <summary>The names that a pod may resolve; null where no rule says.</summary>
    public IReadOnlyList<string>? NamesOf(Pod pod)
    {
        var rules = this.Of("CiliumNetworkPolicy", pod).SelectMany(spec => Items(spec, "egress")).SelectMany(rule => Items(rule, "toPorts")).Where(ports => ports.TryGetProperty("rules", out _)).ToList();
        return rules.Count == 0 ? null : [.. rules.SelectMany(ports => Items(ports.GetProperty("rules"), "dns")).Select(Name)];
    }

    /// <summary>The rules, for <c>nft -f</c>.</summary>
    public override string ToString()
    {
        this.sets.Clear();
        var chains = new StringBuilder();
        var forward = new StringBuilder("  chain forward {\n    type filter hook forward priority 0; policy accept;\n    ct state established,related accept\n");
        foreach (var (index, pod) in pods.Index())
        {
            this.Direction(chains, forward, $"egress_{index}", $"ip saddr {pod.Address}", this.Egress(pod, index));
        }

        foreach (var (index, pod) in pods.Index())
        {
            this.Direction(chains, forward, $"ingress_{index}", $"ip daddr {pod.Address}", this.Ingress(pod));
        }

        return $"table ip pods {{\n{string.Concat(this.sets.Select(set => $"  set {set.Name} {{\n    type ipv4_addr;\n  }}\n"))}{chains}{forward}  }}\n}}\n";
    }

    private void Direction(StringBuilder chains, StringBuilder forward, string chain, string packets, IReadOnlyList<string>? rules)
    {
        if (rules is not null)
        {
            chains.Append(CultureInfo.InvariantCulture, $"  chain {chain} {{\n{string.Concat(rules.Select(rule => $"    {rule}\n"))}    counter drop\n  }}\n");
            forward.Append(CultureInfo.InvariantCulture, $"    {packets} jump {chain}\n");
        }
    }

    private List<string>? Egress(Pod pod, int index)
    {
        var kubernetes = this.Of("NetworkPolicy", pod).Where(spec => Texts(spec, "policyTypes").Contains("Egress")).ToList();
        var cilium = this.Of("CiliumNetworkPolicy", pod).ToList();
        var denied = this.Of("CiliumClusterwideNetworkPolicy", pod).SelectMany(spec => Items(spec, "egressDeny")).SelectMany(rule => Texts(rule, "toCIDR")).Select(range => $"ip daddr {range} counter drop").ToList();
        if (kubernetes.Count == 0 && cilium.Count == 0)
        {
            return denied.Count == 0 ? null : [.. denied, "return"];
        }

        return
        [
            .. denied,
            .. kubernetes.SelectMany(spec => Items(spec, "egress")).SelectMany(rule => this.Flows(rule, "to", "daddr", pod.Namespace)),
            .. cilium.SelectMany(spec => Items(spec, "egress")).SelectMany(rule => this.Cilium(rule, pod, index)),
        ];
    }

    private List<string>? Ingress(Pod pod)
    {
        var policies = this.Of("NetworkPolicy", pod).Where(spec => Texts(spec, "policyTypes").Contains("Ingress")).ToList();
        return policies.Count == 0 ? null : [.. policies.SelectMany(spec => Items(spec, "ingress")).SelectMany(rule => this.Flows(rule, "from", "saddr", pod.Namespace))];
    }

    private IEnumerable<string> Flows(JsonElement rule, string peers, string side, string home)
    {
        var addresses = Items(rule, peers).SelectMany(peer => this.Addresses(peer, home)).ToList();
        return addresses.Count == 0 ? [] : Items(rule, "ports").Select(port => $"ip {side} {{ {string.Join(", ", addresses)} }} {Port(Text(port, "protocol"), port.GetProperty("port").GetInt32().ToString(CultureInfo.InvariantCulture))} return");
    }

    private IEnumerable<string> Addresses(JsonElement peer, string home)
    {
        if (peer.TryGetProperty("ipBlock", out var block))
        {
            return block.TryGetProperty("except", out _) ? throw new NotSupportedException("A block has exceptions.") : [Text(block, "cidr")];
        }

        return pods.Where(pod => peer.TryGetProperty("namespaceSelector", out var spaces) ? Selector.Matches(spaces, this.NamespaceLabels(pod.Namespace)) : pod.Namespace == home)
            .Where(pod => !peer.TryGetProperty("podSelector", out var selector) || Selector.Matches(selector, pod.Labels))
            .Select(pod => pod.Address);
    }

    private IEnumerable<string> Cilium(JsonElement rule, Pod pod, int index)
    {
        foreach (var port in Items(rule, "toPorts").SelectMany(ports => Items(ports, "ports")))
        {
            foreach (var kind in rule.EnumerateObject().Select(member => member.Name).Where(name => name != "toPorts"))
            {
                if (kind == "toEndpoints")
                {
                    var addresses = pods.Where(other => Items(rule, kind).Any(selector => Selector.Matches(selector, this.CiliumLabels(other)))).Select(other => other.Address).ToList();
                    yield return $"ip daddr {{ {string.Join(", ", addresses)} }} {Port(Text(port, "protocol"), Text(port, "port"))} return";
                }
                else if (kind == "toFQDNs")
                {
                    var set = new NamedSet($"names_{index}_{this.sets.Count}", pod, [.. Items(rule, kind).Select(Name)]);
                    this.sets.Add(set);
                    yield return $"ip daddr @{set.Name} {Port(Text(port, "protocol"), Text(port, "port"))} return";
                }
                else
                {
                    throw new NotSupportedException($"A policy has {kind}.");
                }
            }
        }
    }

    // The specs of the policies of a kind that select a pod.
    private IEnumerable<JsonElement> Of(string kind, Pod pod) => this.objects
        .Where(one => Text(one, "kind") == kind && (kind == "CiliumClusterwideNetworkPolicy" || Pod.Text(one, "metadata", "namespace") == pod.Namespace))
        .Select(one => one.GetProperty("spec"))
        .Where(spec => kind == "NetworkPolicy" ? Selector.Matches(spec.GetProperty("podSelector"), pod.Labels) : Selector.Matches(spec.GetProperty("endpointSelector"), this.CiliumLabels(pod)));

    private Dictionary<string, string> NamespaceLabels(string name)
    {
        var labels = this.objects.Where(one => Text(one, "kind") == "Namespace" && Pod.Text(one, "metadata", "name") == name).Select(one => Pod.Map(one.GetProperty("metadata").GetProperty("labels"))).FirstOrDefault();
        return new(labels ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal) { ["kubernetes.io/metadata.name"] = name };
    }

    private Dictionary<string, string> CiliumLabels(Pod pod) => new(pod.Labels, StringComparer.Ordinal) { ["io.kubernetes.pod.namespace"] = pod.Namespace };

    private static string Port(string protocol, string port) => protocol switch
    {
        "TCP" => $"tcp dport {port}",
        "UDP" => $"udp dport {port}",
        "ANY" => $"meta l4proto {{ tcp, udp }} th dport {port}",
        _ => throw new NotSupportedException($"A policy has the protocol {protocol}."),
    };

    private static string Name(JsonElement name) => Pod.Text(name, "matchName") ?? Text(name, "matchPattern");

    private static string Text(JsonElement element, string name) => Pod.Text(element, name) ?? "";

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static List<string> Texts(JsonElement element, string name) => [.. Items(element, name).Select(item => item.GetString()!)];
}

/// <summary>A set of addresses that fills as a pod resolves names.</summary>
internal sealed record NamedSet(string Name, Pod Pod, IReadOnlyList<string> Patterns);
