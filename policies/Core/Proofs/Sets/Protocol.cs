namespace LlmOpsSecure.Policies.Proofs.Sets;

/// <summary>A transport protocol that has ports. Others (ICMP among them) are outside the proofs.</summary>
public enum Protocol
{
    /// <summary>Transmission Control Protocol.</summary>
    Tcp,

    /// <summary>User Datagram Protocol.</summary>
    Udp,

    /// <summary>Stream Control Transmission Protocol.</summary>
    Sctp,
}
