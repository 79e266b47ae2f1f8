using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>
/// Reads <c>CiliumNetworkPolicy</c> and <c>CiliumClusterwideNetworkPolicy</c> objects: endpoints, entities, CIDRs, names and ports, allowed and denied. Groups, services, nodes and required
/// endpoints are not modelled and make an answer unknown. Layer-7 rules narrow a connection that is allowed; the connection itself is judged.
/// </summary>
internal static class CiliumPolicyReader
{
    /// <summary>The policies of an object: one for each of its specifications, but for those of hosts, which say nothing of pods.</summary>
    public static IEnumerable<NetworkPolicy> Read(KubernetesObject item)
    {
        var clusterwide = item.Kind == "CiliumClusterwideNetworkPolicy";
        var space = clusterwide ? null : item.Namespace;
        var bodies = item.Root.Member("specs") is { IsAbsent: false } several ? several.Items : [item.Root.Member("spec")];
        return bodies.Where(spec => spec["nodeSelector"].IsAbsent).Select(spec => new NetworkPolicy($"{item.Kind} {(clusterwide ? "" : (space ?? "?") + "/")}{item.Name}", PolicyTier.Namespace, 0,
            [Endpoints(spec.Member("endpointSelector"), space, clusterwide)], Side(spec, "ingress", "from", space, clusterwide), Side(spec, "egress", "to", space, clusterwide), item.Resource.Urn));
    }

    // A direction without rules is not touched; by default one with rules denies all others.
    private static PolicySide Side(Field body, string side, string prefix, string? space, bool clusterwide)
    {
        var (allow, deny) = (body.Member(side), body.Member(side + "Deny"));
        if (body.IsUnknown || allow.IsUnknown || deny.IsUnknown)
        {
            return new(Truth.Maybe, true, [new(RuleAction.Allow, [GroupTerm.Untold], null, "rules not known")]);
        }

        var denies = body["enableDefaultDeny"].Member(side);
        var hasRules = allow.Items.Any() || deny.Items.Any();
        return !hasRules && denies.AsBoolean != true ? PolicySide.Absent
            : new(denies.IsUnknown ? Truth.Maybe : Truth.Yes, denies.AsBoolean != false,
            [
                .. allow.Items.Select((rule, index) => Rule(RuleAction.Allow, rule, prefix, space, clusterwide, $"{side} rule {index + 1}")),
                .. deny.Items.Select((rule, index) => Rule(RuleAction.Deny, rule, prefix, space, clusterwide, $"{side}Deny rule {index + 1}")),
            ]);
    }

    private static NetworkRule Rule(RuleAction action, Field rule, string prefix, string? space, bool clusterwide, string name)
    {
        var peers = new List<PeerTerm>();
        var any = true;
        foreach (var (key, value) in rule.Members)
        {
            if (!key.StartsWith(prefix, StringComparison.Ordinal) || key == "toPorts" || value.IsAbsent)
            {
                continue;
            }

            any = false;
            peers.AddRange(value.IsUnknown ? [GroupTerm.Untold] : key[prefix.Length..] switch
            {
                "Endpoints" => value.Items.Select(one => Endpoints(one, space, clusterwide)),
                "Entities" => value.Items.Select(one => Entity(one.AsText)),
                "CIDR" => value.Items.Select(one => (PeerTerm)NetworkPolicyReader.Addresses(one, [])),
                "CIDRSet" => value.Items.Select(one => one["cidr"].IsAbsent ? GroupTerm.Untold : (PeerTerm)NetworkPolicyReader.Addresses(one["cidr"], one.Member("except").Items)),
                "FQDNs" => value.Items.Select(one => (one["matchName"].AsText ?? one["matchPattern"].AsText) is { } text ? new NameTerm(text.TrimEnd('.')) : (PeerTerm)GroupTerm.Untold),
                _ => [GroupTerm.Untold],
            });
        }

        var ports = rule.Member("toPorts");
        IReadOnlyList<PortTerm>? terms = ports.IsUnknown ? [new(null, null, null)]
            : ports.Items.Any(one => !one.Member("ports").IsAbsent) ? [.. ports.Items.SelectMany(one => one.Member("ports").Items).Select(Port)]
            : null;
        return new(action, !any ? peers : terms is null ? [GroupTerm.Nothing] : [GroupTerm.Anything], terms, name); // without peers and ports a rule only sets the default to deny
    }

    private static PortTerm Port(Field port)
    {
        var protocol = port["protocol"].AsText;
        Protocol? one = protocol is null || protocol.Equals("ANY", StringComparison.OrdinalIgnoreCase) ? null : Workload.ProtocolOf(protocol);
        var number = port["port"];
        return number.IsUnknown ? new(one, null, null)
            : number.IsAbsent || number.AsNumber == 0 ? new(one, ConnectionSet.AllPorts, null)
            : NetworkPolicyReader.Range(number, port["endPort"]) is { } range ? new(one, range, null)
            : new(one, null, number.AsText);
    }

    private static EndpointTerm Endpoints(Field selector, string? space, bool clusterwide)
    {
        var named = selector["matchLabels"].Members.Select(label => label.Name).Concat(selector["matchExpressions"].Items.Select(one => one["key"].AsText ?? ""));
        var crosses = named.Any(key => Key(key).StartsWith("io.kubernetes.pod.namespace", StringComparison.Ordinal) || Key(key).StartsWith("io.cilium.k8s.namespace.labels.", StringComparison.Ordinal));
        return new(space, LabelSelector.From(selector, Key)) { AnyNamespace = clusterwide || crosses };
    }

    private static string Key(string key) => key.StartsWith("k8s:", StringComparison.Ordinal) || key.StartsWith("any:", StringComparison.Ordinal) ? key[4..] : key;

    private static PeerTerm Entity(string? name) => name switch
    {
        "host" or "remote-node" => new NodesTerm(),
        "kube-apiserver" => new ApiServerTerm(),
        "all" => GroupTerm.Anything,
        "world" or "world-ipv4" => new GroupTerm("world", Truth.No, Truth.Yes),
        "cluster" => new GroupTerm("cluster", Truth.Yes, Truth.No),
        "health" or "init" or "ingress" or "none" or "unmanaged" => new GroupTerm(name, Truth.No, Truth.No),
        _ => new GroupTerm(name ?? "entity not known", Truth.No, Truth.Maybe),
    };
}
