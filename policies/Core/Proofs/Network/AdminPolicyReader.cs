using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Reads administrators' policies: <c>AdminNetworkPolicy</c> and <c>BaselineAdminNetworkPolicy</c> of <c>policy.networking.k8s.io/v1alpha1</c>, <c>ClusterNetworkPolicy</c> of <c>v1alpha2</c>.</summary>
internal static class AdminPolicyReader
{
    public static NetworkPolicy Read(KubernetesObject item)
    {
        var spec = item.Root["spec"];
        var tier = item.Kind == "BaselineAdminNetworkPolicy" || spec["tier"].AsText == "Baseline" ? PolicyTier.Baseline : PolicyTier.Admin;
        return new($"{item.Kind} {item.Name}", tier, spec["priority"].AsNumber ?? 0, [Pods(spec.Member("subject")) ?? GroupTerm.Nothing], Side(spec.Member("ingress"), "from"), Side(spec.Member("egress"), "to"), item.Resource.Urn);
    }

    private static PolicySide Side(Field rules, string side) =>
        rules.IsAbsent ? PolicySide.Absent
        : rules.IsUnknown ? new(Truth.Yes, false, [new(RuleAction.Deny, [GroupTerm.Untold], null, "rules not known")])
        : new(Truth.Yes, false, [.. rules.Items.Select((rule, index) => new NetworkRule(
            rule["action"].AsText switch { "Allow" or "Accept" => RuleAction.Allow, "Pass" => RuleAction.Pass, _ => RuleAction.Deny },
            rule.Member(side).IsUnknown || rule["action"].IsUnknown ? [GroupTerm.Untold] : [.. rule.Member(side).Items.SelectMany(Peers)],
            rule.Member("protocols") is { IsAbsent: false } protocols ? NetworkPolicyReader.Ports(protocols, Protocol) : NetworkPolicyReader.Ports(rule.Member("ports"), Port),
            rule["name"].AsText is { Length: > 0 } name ? $"rule '{name}'" : $"{(side == "from" ? "ingress" : "egress")} rule {index + 1}"))]);

    private static IEnumerable<PeerTerm> Peers(Field peer) => Pods(peer) is { } pods ? [pods]
        : peer.Member("networks") is { IsAbsent: false } networks ? networks.Items.Select(network => NetworkPolicyReader.Addresses(network, []) with { TakesPods = true })
        : peer.Member("domainNames") is { IsAbsent: false } names ? names.Items.Select(name => name.AsText is { } text ? new NameTerm(text) : (PeerTerm)GroupTerm.Untold)
        : peer.Member("nodes") is { IsAbsent: false } ? [new NodesTerm()]
        : [GroupTerm.Untold];

    private static PeerTerm? Pods(Field peer)
    {
        if (peer.IsUnknown)
        {
            return GroupTerm.Untold;
        }

        var (spaces, pods) = (peer.Member("namespaces"), peer.Member("pods"));
        return !spaces.IsAbsent ? new PodTerm(null, LabelSelector.From(spaces), LabelSelector.Everything)
            : !pods.IsAbsent ? new PodTerm(null, LabelSelector.From(pods.Member("namespaceSelector")), LabelSelector.From(pods.Member("podSelector")))
            : null;
    }

    private static PortTerm Port(Field port)
    {
        var (number, range, name) = (port.Member("portNumber"), port.Member("portRange"), port.Member("namedPort"));
        return number.IsKnown ? new(Workload.ProtocolOf(number["protocol"].AsText), NetworkPolicyReader.Range(number["port"], default), null)
            : range.IsKnown ? new(Workload.ProtocolOf(range["protocol"].AsText), NetworkPolicyReader.Range(range["start"], range["end"]), null)
            : name.AsText is { } text ? new(null, null, text)
            : new(null, null, null);
    }

    private static PortTerm Protocol(Field protocol)
    {
        foreach (var (name, one) in protocol.Members.Where(member => member.Name is "tcp" or "udp" or "sctp"))
        {
            var port = one.Member("destinationPort");
            var range = port.Member("range");
            return new(Workload.ProtocolOf(name), one.IsUnknown || port.IsUnknown ? null : port.IsAbsent ? ConnectionSet.AllPorts
                : range.IsAbsent ? NetworkPolicyReader.Range(port["number"], default) : NetworkPolicyReader.Range(range["start"], range["end"]), null);
        }

        return protocol["destinationNamedPort"].AsText is { } named ? new(null, null, named) : new(null, null, null);
    }
}
