using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>A map that lies over another one: it has the members of both, and its own where both have one.</summary>
internal sealed class LayeredValue(PropertyValue under, PropertyValue over) : PropertyValue(PropertyKind.Map)
{
    private IReadOnlyList<KeyValuePair<string, PropertyValue>>? members;

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.members ??= [.. under.Members.Where(member => over[member.Key] is null), .. over.Members];

    public override PropertyValue? Find(ReadOnlySpan<char> name) => over.Find(name) ?? under.Find(name);
}
