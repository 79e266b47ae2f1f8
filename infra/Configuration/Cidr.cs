using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>Arithmetic of IPv4 ranges.</summary>
public static class Cidr
{
    private static readonly IPNetwork[] PrivateRanges = [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16")];

    /// <summary>Reads an IPv4 range whose address is its first; false for anything else.</summary>
    public static bool TryParse(string text, out IPNetwork range) =>
        IPNetwork.TryParse(text, out range) && range.BaseAddress.AddressFamily == AddressFamily.InterNetwork && text.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether the range lies within one of the private ranges of RFC 1918.</summary>
    public static bool IsPrivate(IPNetwork range) => Array.Exists(PrivateRanges, outer => Contains(outer, range));

    /// <summary>Whether every address of the inner range is in the outer.</summary>
    public static bool Contains(IPNetwork outer, IPNetwork inner) => outer.PrefixLength <= inner.PrefixLength && outer.Contains(inner.BaseAddress);

    /// <summary>Whether the ranges share an address.</summary>
    public static bool Overlap(IPNetwork one, IPNetwork other) => one.Contains(other.BaseAddress) || other.Contains(one.BaseAddress);

    /// <summary>The address at an offset from the first of a range.</summary>
    public static IPAddress AddressAt(IPNetwork range, uint offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        range.BaseAddress.TryWriteBytes(bytes, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, BinaryPrimitives.ReadUInt32BigEndian(bytes) + offset);
        return new IPAddress(bytes);
    }
}
