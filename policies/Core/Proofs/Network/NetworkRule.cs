using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>What a rule does with the connections that it matches.</summary>
internal enum RuleAction
{
    Allow,
    Deny,

    /// <summary>Leaves the decision to the policies of namespaces.</summary>
    Pass,
}

/// <summary>Ports that a rule matches: a range of one protocol (of all where null), or a named port of the destination. Neither means that it is not known.</summary>
internal sealed record PortTerm(Protocol? Protocol, IntervalSet<int>? Range, string? Name)
{
    public Reach Resolve(Workload? destination)
    {
        if (this.Range is { } range)
        {
            return Reach.Of(this.Of(range));
        }

        if (this.Name is null)
        {
            return new(ConnectionSet.None, this.Of(ConnectionSet.AllPorts));
        }

        var ports = destination?.NamedPorts.GetValueOrDefault(this.Name) ?? [];
        return Reach.Of(ports.Where(port => this.Protocol is null || port.Protocol == this.Protocol)
            .Aggregate(ConnectionSet.None, (all, port) => all.Union(ConnectionSet.Of(port.Protocol, port.Port))));
    }

    private ConnectionSet Of(IntervalSet<int> range) => this.Protocol is { } one ? ConnectionSet.Of(one, range)
        : ConnectionSet.Of(Sets.Protocol.Tcp, range).Union(ConnectionSet.Of(Sets.Protocol.Udp, range)).Union(ConnectionSet.Of(Sets.Protocol.Sctp, range));
}

/// <summary>One rule: the connections with any of the peers at any of the ports.</summary>
/// <param name="Action">What happens to them.</param>
/// <param name="Peers">The peers.</param>
/// <param name="Ports">The ports; null for all.</param>
/// <param name="Name">How the rule is called in an explanation.</param>
internal sealed record NetworkRule(RuleAction Action, IReadOnlyList<PeerTerm> Peers, IReadOnlyList<PortTerm>? Ports, string Name)
{
    private readonly Reach? fixedPorts = Ports is null ? Reach.All : Ports.All(port => port.Name is null) ? Ports.Aggregate(Reach.None, (all, port) => all.Union(port.Resolve(null))) : null;

    public Reach Connections(Workload? destination) => this.fixedPorts ?? this.Ports!.Aggregate(Reach.None, (all, port) => all.Union(port.Resolve(destination)));
}

/// <summary>In which order policies decide: administrators first, then the namespaces' own, then the administrators' baseline.</summary>
internal enum PolicyTier
{
    Admin,
    Namespace,
    Baseline,
}

/// <summary>One side of a policy: ingress to its pods, or egress from them.</summary>
/// <param name="Applies">Whether the policy has this side.</param>
/// <param name="DefaultDeny">Whether what no rule allows is then denied (for the namespaces' own policies).</param>
/// <param name="Rules">The rules in order.</param>
internal sealed record PolicySide(Truth Applies, bool DefaultDeny, IReadOnlyList<NetworkRule> Rules)
{
    public static PolicySide Absent { get; } = new(Truth.No, false, []);
}

/// <summary>A network policy of any kind.</summary>
/// <param name="Name">Kind, namespace and name, for explanations.</param>
/// <param name="Tier">When it decides.</param>
/// <param name="Priority">The order within the administrators' tier; lower first.</param>
/// <param name="Subjects">The pods that it is about: any of these.</param>
/// <param name="Ingress">What it says of connections to them.</param>
/// <param name="Egress">What it says of connections from them.</param>
/// <param name="Urn">The resource that holds it.</param>
internal sealed record NetworkPolicy(string Name, PolicyTier Tier, double Priority, IReadOnlyList<PeerTerm> Subjects, PolicySide Ingress, PolicySide Egress, string Urn);
