using System.Globalization;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Reads ports and protocols as Azure's rules write them.</summary>
internal static class PortRange
{
    /// <summary>The connections of a port range (<c>*</c>, <c>443</c>, <c>8000-8080</c>) and a protocol (<c>*</c>, <c>Any</c>, <c>Tcp</c>, <c>Udp</c>; one without ports matches none).</summary>
    public static Reach Read(Field range, Field protocol)
    {
        var ports = range.AsText switch
        {
            "*" => ConnectionSet.AllPorts,
            { } text when text.Split('-') is [var first, .. var last] && Number(first) is { } from && Number(last is [var end] ? end : first) is { } to => IntervalSet<int>.Of(from, to),
            null when range.AsNumber is { } number => IntervalSet<int>.Of((int)number, (int)number),
            _ => default(IntervalSet<int>?),
        };
        return protocol.AsText?.ToUpperInvariant() switch
        {
            null => new(ConnectionSet.None, All(ports ?? ConnectionSet.AllPorts)),
            "*" or "ANY" => ports is { } known ? Reach.Of(All(known)) : Reach.Open,
            "TCP" or "UDP" => ports is { } known ? Reach.Of(ConnectionSet.Of(Workload.ProtocolOf(protocol.AsText), known)) : new(ConnectionSet.None, ConnectionSet.Of(Workload.ProtocolOf(protocol.AsText), ConnectionSet.AllPorts)),
            _ => Reach.None,
        };
    }

    private static ConnectionSet All(IntervalSet<int> ports) => ConnectionSet.Of(Protocol.Tcp, ports).Union(ConnectionSet.Of(Protocol.Udp, ports)).Union(ConnectionSet.Of(Protocol.Sctp, ports));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
