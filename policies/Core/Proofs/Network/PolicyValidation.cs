using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Says what the API server would refuse in a network policy: such a policy never takes effect, so that no answer about it is right.</summary>
internal static class PolicyValidation
{
    /// <summary>One line for each fault, which names the object, the place, what must be there and what is.</summary>
    public static IEnumerable<string> Of(KubernetesObject item) => (item.Kind switch
    {
        "NetworkPolicy" when item.Group.StartsWith("networking.k8s.io", StringComparison.Ordinal) => Namespaced(item.Root["spec"]),
        "AdminNetworkPolicy" => Admin(item.Root["spec"], true, "Allow", "Deny", "Pass"),
        "ClusterNetworkPolicy" => Admin(item.Root["spec"], true, "Accept", "Deny", "Pass").Concat(OneOf(item.Root["spec.tier"], "Admin", "Baseline")),
        "BaselineAdminNetworkPolicy" => Admin(item.Root["spec"], false, "Allow", "Deny").Concat(OneOf(item.Root["metadata.name"], "default")),
        _ => [],
    }).Select(fault => $"{item.Kind} {item.Name}: {fault}");

    private static IEnumerable<string> Namespaced(Field spec)
    {
        var faults = Selector(spec["podSelector"]).Concat(spec["policyTypes"].Items.SelectMany(type => OneOf(type, "Ingress", "Egress")));
        foreach (var (rule, side) in spec["ingress"].Items.Select(rule => (rule, "from")).Concat(spec["egress"].Items.Select(rule => (rule, "to"))))
        {
            faults = faults.Concat(rule[side].Items.SelectMany(Peer)).Concat(rule["ports"].Items.SelectMany(Port));
        }

        return faults;
    }

    private static IEnumerable<string> Peer(Field peer)
    {
        var (pods, spaces, block) = (peer["podSelector"], peer["namespaceSelector"], peer["ipBlock"]);
        if (pods.IsAbsent && spaces.IsAbsent && block.IsAbsent)
        {
            return [$"{peer.Path} must have podSelector, namespaceSelector or ipBlock, but has none"];
        }

        return !block.IsAbsent && !(pods.IsAbsent && spaces.IsAbsent) ? [$"{peer.Path} must have either ipBlock or selectors, but has both"]
            : Selector(pods).Concat(Selector(spaces)).Concat(block.IsKnown ? Cidr(block["cidr"]).Concat(block["except"].Items.SelectMany(hole => Cidr(hole).Concat(Within(hole, block["cidr"])))) : []);
    }

    private static IEnumerable<string> Within(Field hole, Field cidr) => AddressSet.TryParse(hole.AsText, out var cut) && AddressSet.TryParse(cidr.AsText, out var all) && (!all.Value.Covers(cut.Value) || all == cut)
        ? [$"{hole.Path} must be a part of {cidr.AsText}, but is {hole.AsText}"] : [];

    private static IEnumerable<string> Cidr(Field cidr) => cidr.IsUnknown || (cidr.AsText is { } text && text.Contains('/', StringComparison.Ordinal) && AddressSet.TryParse(text, out _)) ? []
        : [$"{cidr.Path} must be a CIDR such as 10.0.0.0/8, but is {(cidr.IsAbsent ? "absent" : LabelSelector.TextOf(cidr))}"];

    private static IEnumerable<string> Port(Field port)
    {
        var (number, end) = (port["port"], port["endPort"]);
        var faults = OneOf(port["protocol"], "TCP", "UDP", "SCTP").Concat(number.Kind == PropertyKind.Number ? Number(number) : []).Concat(end.IsKnown ? Number(end) : []);
        return !end.IsKnown || number.IsUnknown ? faults
            : number.Kind != PropertyKind.Number ? faults.Append($"{end.Path} must come with the number of a port, but port is {(number.IsAbsent ? "absent" : number.AsText)}")
            : end.AsNumber < number.AsNumber ? faults.Append($"{end.Path} must be at least {number.AsNumber}, but is {end.AsNumber}") : faults;
    }

    private static IEnumerable<string> Number(Field port) => port.IsUnknown || port.AsNumber is >= 1 and <= 65535 ? [] : [$"{port.Path} must be from 1 to 65535, but is {(port.IsAbsent ? "absent" : LabelSelector.TextOf(port))}"];

    private static IEnumerable<string> Selector(Field selector)
    {
        foreach (var one in selector["matchExpressions"].Items.Where(one => one.IsKnown))
        {
            foreach (var fault in OneOf(one["operator"], "In", "NotIn", "Exists", "DoesNotExist"))
            {
                yield return fault;
            }

            var (values, sets) = (one["values"], one["operator"].AsText is "In" or "NotIn");
            if (one["operator"].IsKnown && !values.IsUnknown && values.Items.Any() != sets)
            {
                yield return $"{one.Path}.values must {(sets ? "not be empty" : "be empty")} with the operator {one["operator"].AsText}";
            }
        }
    }

    private static IEnumerable<string> Admin(Field spec, bool hasPriority, params string[] actions)
    {
        if (spec.IsUnknown)
        {
            return [];
        }

        var faults = ExactlyOne(spec["subject"], "namespaces", "pods");
        if (hasPriority && !spec["priority"].IsUnknown && spec["priority"].AsNumber is not (>= 0 and <= 1000))
        {
            faults = faults.Append($"spec.priority must be from 0 to 1000, but is {(spec["priority"].IsAbsent ? "absent" : LabelSelector.TextOf(spec["priority"]))}");
        }

        foreach (var (rule, side) in spec["ingress"].Items.Select(rule => (rule, "from")).Concat(spec["egress"].Items.Select(rule => (rule, "to"))))
        {
            var peers = rule[side];
            faults = faults.Concat(OneOf(rule["action"], actions))
                .Concat(rule["action"].IsAbsent ? [$"{rule.Path}.action must be set, but is absent"] : [])
                .Concat(peers.IsUnknown || peers.Items.Any() ? peers.Items.SelectMany(peer => ExactlyOne(peer, side == "from" ? ["namespaces", "pods"] : ["namespaces", "pods", "nodes", "networks", "domainNames"])) : [$"{peers.Path} must name a peer, but is {(peers.IsAbsent ? "absent" : "empty")}"])
                .Concat(peers.Items.SelectMany(peer => peer["networks"].Items).SelectMany(Cidr))
                .Concat(rule["ports"].Items.SelectMany(AdminPort));
        }

        return faults;
    }

    private static IEnumerable<string> AdminPort(Field port)
    {
        var range = port["portRange"];
        var faults = ExactlyOne(port, "portNumber", "portRange", "namedPort").Concat(port["portNumber"].IsKnown ? Number(port["portNumber.port"]) : []).Concat(range.IsKnown ? Number(range["start"]).Concat(Number(range["end"])) : []);
        return range["start"].AsNumber > range["end"].AsNumber ? faults.Append($"{range.Path}.end must be at least {range["start"].AsNumber}, but is {range["end"].AsNumber}") : faults;
    }

    private static IEnumerable<string> ExactlyOne(Field holder, params string[] names) => holder.IsUnknown || names.Count(name => !holder[name].IsAbsent) == 1 ? []
        : [$"{holder.Path} must have exactly one of {string.Join(", ", names)}, but has {names.Count(name => !holder[name].IsAbsent)}"];

    private static IEnumerable<string> OneOf(Field field, params string[] allowed) => field.IsAbsent || field.IsUnknown || allowed.Contains(field.AsText, StringComparer.Ordinal) ? []
        : [$"{field.Path} must be one of {string.Join(", ", allowed)}, but is {LabelSelector.TextOf(field)}"];
}
