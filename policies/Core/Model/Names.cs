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

    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        var hash = 0u;
        foreach (var one in utf8)
        {
            hash = (hash * 31) + one;
        }

        return (int)(hash % (uint)Kept.Length);
    }
}
