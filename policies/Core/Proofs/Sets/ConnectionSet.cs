namespace LlmOpsSecure.Policies.Proofs.Sets;

/// <summary>An immutable set of connections between two given ends: pairs of a protocol and a destination port from 1 to 65535.</summary>
public sealed record ConnectionSet
{
    private ConnectionSet(IntervalSet<int> tcp, IntervalSet<int> udp, IntervalSet<int> sctp)
    {
        this.Tcp = tcp;
        this.Udp = udp;
        this.Sctp = sctp;
    }

    /// <summary>Every port from 1 to 65535.</summary>
    public static IntervalSet<int> AllPorts { get; } = IntervalSet<int>.Of(1, 65535);

    /// <summary>No connection.</summary>
    public static ConnectionSet None { get; } = new(default, default, default);

    /// <summary>Every port of every protocol.</summary>
    public static ConnectionSet All { get; } = new(AllPorts, AllPorts, AllPorts);

    /// <summary>The TCP ports.</summary>
    public IntervalSet<int> Tcp { get; }

    /// <summary>The UDP ports.</summary>
    public IntervalSet<int> Udp { get; }

    /// <summary>The SCTP ports.</summary>
    public IntervalSet<int> Sctp { get; }

    /// <summary>Whether there is no connection in it.</summary>
    public bool IsEmpty => ReferenceEquals(this, None) || (this.Tcp.IsEmpty && this.Udp.IsEmpty && this.Sctp.IsEmpty);

    /// <summary>Whether every connection is in it.</summary>
    public bool IsAll => ReferenceEquals(this, All) || this.Equals(All);

    /// <summary>The ports of each protocol that has any, in the order TCP, UDP, SCTP.</summary>
    public IEnumerable<(Protocol Protocol, IntervalSet<int> Ports)> Parts =>
        new[] { (Protocol.Tcp, this.Tcp), (Protocol.Udp, this.Udp), (Protocol.Sctp, this.Sctp) }.Where(part => !part.Item2.IsEmpty);

    /// <summary>These ports of one protocol.</summary>
    public static ConnectionSet Of(Protocol protocol, IntervalSet<int> ports)
    {
        ports = ports.Intersect(AllPorts);
        return ports.IsEmpty ? None : protocol switch
        {
            Protocol.Tcp => new(ports, default, default),
            Protocol.Udp => new(default, ports, default),
            _ => new(default, default, ports),
        };
    }

    /// <summary>One port of one protocol.</summary>
    public static ConnectionSet Of(Protocol protocol, int port) => Of(protocol, IntervalSet<int>.Of(port, port));

    /// <summary>Whether the connection is in the set.</summary>
    public bool Contains(Protocol protocol, int port) => this.Ports(protocol).Contains(port);

    /// <summary>The ports of a protocol.</summary>
    public IntervalSet<int> Ports(Protocol protocol) => protocol switch { Protocol.Tcp => this.Tcp, Protocol.Udp => this.Udp, _ => this.Sctp };

    /// <summary>Whether every connection of the other set is in this one.</summary>
    public bool Covers(ConnectionSet other) => other.Except(this).IsEmpty;

    /// <summary>The connections in either set.</summary>
    public ConnectionSet Union(ConnectionSet other) =>
        this.IsEmpty || ReferenceEquals(other, All) ? other
        : other.IsEmpty || ReferenceEquals(this, All) || ReferenceEquals(this, other) ? this
        : Make(this.Tcp.Union(other.Tcp), this.Udp.Union(other.Udp), this.Sctp.Union(other.Sctp));

    /// <summary>The connections in both sets.</summary>
    public ConnectionSet Intersect(ConnectionSet other) =>
        this.IsEmpty || other.IsEmpty ? None
        : ReferenceEquals(this, All) || ReferenceEquals(this, other) ? other
        : ReferenceEquals(other, All) ? this
        : Make(this.Tcp.Intersect(other.Tcp), this.Udp.Intersect(other.Udp), this.Sctp.Intersect(other.Sctp));

    /// <summary>The connections of this set that are not in the other.</summary>
    public ConnectionSet Except(ConnectionSet other) =>
        other.IsEmpty ? this
        : this.IsEmpty || ReferenceEquals(other, All) ? None
        : Make(this.Tcp.Except(other.Tcp), this.Udp.Except(other.Udp), this.Sctp.Except(other.Sctp));

    /// <summary>The set as text, such as <c>TCP 443, UDP 53</c>; <c>all connections</c> and <c>nothing</c> for the two extremes.</summary>
    public override string ToString() => this.IsEmpty ? "nothing" : this.IsAll ? "all connections"
        : string.Join(", ", this.Parts.Select(part => $"{part.Protocol.ToString().ToUpperInvariant()} {(part.Ports == AllPorts ? "all ports" : part.Ports.ToString())}"));

    private static ConnectionSet Make(IntervalSet<int> tcp, IntervalSet<int> udp, IntervalSet<int> sctp)
    {
        if (tcp.IsEmpty && udp.IsEmpty && sctp.IsEmpty)
        {
            return None;
        }

        return tcp == AllPorts && udp == AllPorts && sctp == AllPorts ? All : new(tcp, udp, sctp);
    }
}
