using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace LlmOpsSecure.Policies.Proofs.Sets;

/// <summary>An immutable set of IP addresses. IPv4 addresses are held in their IPv4-mapped IPv6 form, so that both families share one number line without meeting.</summary>
public readonly struct AddressSet : IEquatable<AddressSet>
{
    private static readonly UInt128 V4First = (UInt128)0xFFFF << 32;

    private AddressSet(IntervalSet<UInt128> numbers) => this.Numbers = numbers;

    /// <summary>Every IPv4 address.</summary>
    public static AddressSet V4 { get; } = new(IntervalSet<UInt128>.Of(V4First, V4First + uint.MaxValue));

    /// <summary>Every address that is not an IPv4 address.</summary>
    public static AddressSet V6 { get; } = new(IntervalSet<UInt128>.Of(0, UInt128.MaxValue).Except(V4.Numbers));

    /// <summary>Every address.</summary>
    public static AddressSet All { get; } = new(IntervalSet<UInt128>.Of(0, UInt128.MaxValue));

    /// <summary>The addresses as numbers of 128 bits.</summary>
    public IntervalSet<UInt128> Numbers { get; }

    /// <summary>Whether there is no address in it.</summary>
    public bool IsEmpty => this.Numbers.IsEmpty;

    /// <summary>The ranges in ascending order, IPv4 first; none spans both families.</summary>
    public IEnumerable<(IPAddress First, IPAddress Last)> Ranges =>
        this.Intersect(V4).Numbers.Intervals.Concat(this.WholeV6().Numbers.Intervals).Select(range => (Address(range.First), Address(range.Last)));

    /// <summary>The addresses from first to last, both included.</summary>
    public static AddressSet Between(UInt128 first, UInt128 last) => new(IntervalSet<UInt128>.Of(first, last));

    /// <summary>Reads a CIDR (<c>10.0.0.0/8</c>, <c>fd00::/8</c>), a single address or a range (<c>10.0.0.1-10.0.0.9</c>). Host bits are ignored, as the systems that take such texts do.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AddressSet? set)
    {
        set = null;
        if (text is null)
        {
            return false;
        }

        text = text.Trim();
        if (text.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
        {
            if (!IPAddress.TryParse(text[..dash], out var from) || !IPAddress.TryParse(text[(dash + 1)..], out var to) || from.AddressFamily != to.AddressFamily)
            {
                return false;
            }

            set = Between(Number(from), Number(to));
            return true;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address))
        {
            return false;
        }

        var width = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        if (width == 32 && text.AsSpan(0, slash < 0 ? text.Length : slash).Count('.') != 3)
        {
            return false; // the framework also reads 10.1 and 0x0a000001; nobody who writes a rule means them
        }

        var prefix = width;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out prefix) || prefix > width))
        {
            return false;
        }

        var hostBits = width - prefix;
        var mask = hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
        var first = Number(address) & ~mask;
        var block = Between(first, first | mask);
        set = width == 128 && !(address.IsIPv4MappedToIPv6 && hostBits <= 32) ? block.Intersect(V6) : block;
        return true;
    }

    /// <summary>The address as a number.</summary>
    public static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>Whether the address is in the set.</summary>
    public bool Contains(IPAddress address) => this.Numbers.Contains(Number(address));

    /// <summary>Whether every address of the other set is in this one.</summary>
    public bool Covers(AddressSet other) => this.Numbers.Covers(other.Numbers);

    /// <summary>Whether the two sets have an address in common.</summary>
    public bool Meets(AddressSet other) => !this.Numbers.Intersect(other.Numbers).IsEmpty;

    /// <summary>The addresses in either set.</summary>
    public AddressSet Union(AddressSet other) => new(this.Numbers.Union(other.Numbers));

    /// <summary>The addresses in both sets.</summary>
    public AddressSet Intersect(AddressSet other) => new(this.Numbers.Intersect(other.Numbers));

    /// <summary>The addresses of this set that are not in the other.</summary>
    public AddressSet Except(AddressSet other) => new(this.Numbers.Except(other.Numbers));

    /// <summary>The CIDR that holds exactly the addresses from first to last; null if no single one does.</summary>
    public static string? Cidr(IPAddress first, IPAddress last)
    {
        var span = Number(first) ^ Number(last);
        var hostBits = span == UInt128.MaxValue ? 128 : (int)UInt128.Log2(span + 1);
        var mask = hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
        var width = first.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        return span == mask && (Number(first) & mask) == 0 ? $"{first}/{width - hostBits}" : null;
    }

    /// <inheritdoc/>
    public bool Equals(AddressSet other) => this.Numbers == other.Numbers;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AddressSet other && this.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => this.Numbers.GetHashCode();

    /// <summary>The ranges as text: a CIDR where one fits, else first and last address.</summary>
    public override string ToString() => string.Join(", ", this.Ranges.Select(range => Cidr(range.First, range.Last) ?? $"{range.First}-{range.Last}"));

    /// <summary>Whether two sets have the same addresses.</summary>
    public static bool operator ==(AddressSet left, AddressSet right) => left.Equals(right);

    /// <summary>Whether one of the sets has an address that the other has not.</summary>
    public static bool operator !=(AddressSet left, AddressSet right) => !left.Equals(right);

    // IPv4 lies inside the IPv6 number line; a range that goes on beyond both of its sides is one range.
    private AddressSet WholeV6()
    {
        var six = this.Intersect(V6);
        return six.Numbers.Contains(V4First - 1) && six.Numbers.Contains(V4First + uint.MaxValue + 1) ? six.Union(V4) : six;
    }

    private static IPAddress Address(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        var address = new IPAddress(bytes);
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
