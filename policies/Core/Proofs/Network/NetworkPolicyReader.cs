using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Reads <c>NetworkPolicy</c> objects, and hands policies of other kinds to their readers.</summary>
internal static class NetworkPolicyReader
{
    public static IEnumerable<NetworkPolicy> Read(KubernetesObject item) => item.Kind switch
    {
        "NetworkPolicy" when item.Group.StartsWith("networking.k8s.io", StringComparison.Ordinal) || item.Group.StartsWith("extensions", StringComparison.Ordinal) => [ReadNamespaced(item)],
        "AdminNetworkPolicy" or "BaselineAdminNetworkPolicy" or "ClusterNetworkPolicy" => [AdminPolicyReader.Read(item)],
        "CiliumNetworkPolicy" or "CiliumClusterwideNetworkPolicy" => CiliumPolicyReader.Read(item),
        _ => [],
    };

    internal static IntervalSet<int>? Range(Field first, Field last) =>
        Port(first) is not { } from ? null : last.IsUnknown ? null : IntervalSet<int>.Of(from, Port(last) ?? from);

    internal static int? Port(Field field) => field.AsNumber is { } number and >= 0 and <= 65535 ? (int)number : null;

    internal static AddressTerm Addresses(Field cidr, IEnumerable<Field> except)
    {
        if (!AddressSet.TryParse(cidr.AsText, out var set))
        {
            return new AddressTerm(null);
        }

        var rest = set.Value;
        foreach (var hole in except)
        {
            if (!AddressSet.TryParse(hole.AsText, out var cut))
            {
                return new AddressTerm(null);
            }

            rest = rest.Except(cut.Value);
        }

        return new AddressTerm(rest);
    }

    private static NetworkPolicy ReadNamespaced(KubernetesObject item)
    {
        var spec = item.Root["spec"];
        var types = spec["policyTypes"];
        var space = item.Namespace;
        Truth Has(string type, bool unless) => spec.IsUnknown || types.IsUnknown || types.Items.Any(one => one.IsUnknown) ? Truth.Maybe
            : (types.Items.Any() ? types.Items.Any(one => one.AsText == type) : unless) ? Truth.Yes : Truth.No;

        return new($"NetworkPolicy {space ?? "?"}/{item.Name}", PolicyTier.Namespace, 0,
            [new PodTerm(space, null, LabelSelector.From(spec["podSelector"]))],
            new(Has("Ingress", true), true, Rules(spec.Member("ingress"), "from", space)),
            new(Has("Egress", spec["egress"].Items.Any()), true, Rules(spec.Member("egress"), "to", space)),
            item.Resource.Urn);
    }

    private static List<NetworkRule> Rules(Field rules, string side, string? space)
    {
        if (rules.IsUnknown)
        {
            return [new(RuleAction.Allow, [GroupTerm.Untold], null, "rules not known")];
        }

        return [.. rules.Items.Select((rule, index) =>
        {
            var peers = rule.Member(side);
            IReadOnlyList<PeerTerm> terms = rule.IsUnknown || peers.IsUnknown ? [GroupTerm.Untold]
                : !peers.Items.Any() ? [GroupTerm.Anything]
                : [.. peers.Items.Select(peer => Peer(peer, space))];
            return new NetworkRule(RuleAction.Allow, terms, Ports(rule.Member("ports"), Port), $"{(side == "from" ? "ingress" : "egress")} rule {index + 1}");
        })];

        static PortTerm Port(Field port)
        {
            var (protocol, number) = (port["protocol"], port["port"]);
            Protocol? known = protocol.IsUnknown ? null : Workload.ProtocolOf(protocol.AsText);
            return port.IsUnknown || number.IsUnknown ? new(known, null, null)
                : number.IsAbsent ? new(known, ConnectionSet.AllPorts, null)
                : number.Kind == PropertyKind.Text && NetworkPolicyReader.Port(number) is null ? new(known, null, number.AsText)
                : new(known, Range(number, port["endPort"]), null);
        }
    }

    private static PeerTerm Peer(Field peer, string? space)
    {
        var (pods, spaces, block) = (peer.Member("podSelector"), peer.Member("namespaceSelector"), peer.Member("ipBlock"));
        if (peer.IsUnknown)
        {
            return GroupTerm.Untold;
        }

        if (!block.IsAbsent)
        {
            return block.IsUnknown ? new AddressTerm(null) : Addresses(block["cidr"], block.Member("except").Items);
        }

        return pods.IsAbsent && spaces.IsAbsent ? GroupTerm.Nothing
            : new PodTerm(spaces.IsAbsent ? space : null, spaces.IsAbsent ? null : LabelSelector.From(spaces), pods.IsAbsent ? LabelSelector.Everything : LabelSelector.From(pods));
    }

    internal static IReadOnlyList<PortTerm>? Ports(Field ports, Func<Field, PortTerm> read) =>
        ports.IsUnknown ? [new(null, null, null)] : ports.Items.Any() ? [.. ports.Items.Select(read)] : null;
}
