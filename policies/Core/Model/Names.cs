using System.Buffers.Binary;
using System.Text;

namespace LlmOpsSecure.Policies.Model;

/// <summary>Names of members as texts, of which a document repeats the same few all the time: each is made once, as long as no other takes its slot.</summary>
public static class Names
{
    private const int Longest = 64;

    private static readonly string?[] Kept = new string?[1 << 12];

    /// <summary>The name that these UTF-8 bytes spell.</summary>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (Find(utf8) is { } known)
        {
            return known;
        }

        var name = Encoding.UTF8.GetString(utf8);
        if (utf8.Length <= Longest && !utf8.Contains((byte)'\\'))
        {
            Kept[Slot(utf8)] = name;
        }

        return name;
    }

    /// <summary>The name if it is kept, which none with a backslash is; else null.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8) => utf8.Length <= Longest && Kept[Slot(utf8)] is { } kept && Ascii.Equals(utf8, kept) ? kept : null;

    /// <summary>A number that tells short texts apart: of its length, beginning and end.</summary>
    internal static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var (start, end) = utf8.Length switch
        {
            >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(utf8), BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..])),
            >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(utf8), BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..])),
            >= 1 => (utf8[0], utf8[^1] + (256ul * utf8[utf8.Length / 2])),
            _ => (0ul, 0ul),
        };
        return (uint)((((start * 0x9E3779B97F4A7C15) ^ end) + (uint)utf8.Length) * 0xC2B2AE3D27D4EB4F >> 32);
    }

    private static int Slot(ReadOnlySpan<byte> utf8) => (int)(Hash(utf8) % (uint)Kept.Length);
}
