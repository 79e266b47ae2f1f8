namespace LlmOpsSecure.Policies.Model;

/// <summary>The members of a map in their order, found by name.</summary>
internal readonly struct MemberTable
{
    private const int Few = 16; // of so many names, looking at each is faster than an index

    private readonly KeyValuePair<string, PropertyValue>[]? members;
    private readonly Dictionary<string, int>? index;

    /// <summary>A table of the members, which it takes over; a name that comes twice keeps its first place and its last value.</summary>
    public MemberTable(KeyValuePair<string, PropertyValue>[] members)
    {
        this.index = members.Length > Few ? new(members.Length, StringComparer.Ordinal) : null;
        this.members = members;
        var count = 0;
        foreach (var member in members)
        {
            if (this.PositionOf(member.Key, count) is >= 0 and var at)
            {
                members[at] = member;
                continue;
            }

            this.index?.Add(member.Key, count);
            members[count++] = member;
        }

        Array.Resize(ref this.members, count);
    }

    /// <summary>Whether there is a table, even one without members.</summary>
    public bool IsMade => this.members is not null;

    /// <summary>The members.</summary>
    public KeyValuePair<string, PropertyValue>[] Members => this.members ?? [];

    /// <summary>The member of that name; null where there is none.</summary>
    public PropertyValue? Find(ReadOnlySpan<char> name) => this.PositionOf(name, this.Members.Length) is >= 0 and var at ? this.members![at].Value : null;

    private int PositionOf(ReadOnlySpan<char> name, int count)
    {
        if (this.index is not null)
        {
            return this.index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) ? known : -1;
        }

        for (var at = 0; at < count; at++)
        {
            if (name.SequenceEqual(this.members![at].Key))
            {
                return at;
            }
        }

        return -1;
    }
}
