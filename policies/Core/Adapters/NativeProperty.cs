using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Adapters;

/// <summary>How one property of an <c>azure</c> type is found in the <c>azure-native</c> resource.</summary>
/// <param name="Name">The property's path.</param>
/// <param name="Native">The path in the native resource; empty where it has none.</param>
/// <param name="Operation">What is done with the value; empty for nothing.</param>
/// <param name="Operand">The text that the operation compares with.</param>
/// <param name="Absent">What counts where it is absent; nothing for null.</param>
/// <param name="IsDefault">Whether that needs the outermost block.</param>
/// <param name="Item">Where the value is a list: how the properties of its items are found in the native item; else empty.</param>
internal sealed record NativeProperty(string Name, string Native, string Operation, string Operand, PropertyValue? Absent, bool IsDefault, List<NativeProperty> Item)
{
    /// <summary>Reads a line of the table into the properties: one more, or one more of the items of a list that is there.</summary>
    public static void AddTo(List<NativeProperty> properties, string line)
    {
        var sides = line.Split(" = ", 2);
        if (sides[0].Split("[].", 2) is [var list, var inItem] && sides[1].Split("[].", 2) is [var native, var inNative])
        {
            var of = properties.Find(property => property.Name == list && property.Native == native);
            if (of is null)
            {
                properties.Add(of = new(list, native, "", "", null, false, []));
            }

            AddTo(of.Item, $"{inItem} = {inNative}");
            return;
        }

        var isDefault = sides[1].Contains(" default ", StringComparison.Ordinal);
        var halves = sides[1].Split(isDefault ? " default " : " else ", 2);
        var words = halves[0].Split(' ', 3);
        var absent = halves.Length == 1 ? null : halves[1] == "?" ? PropertyValue.Unknown : bool.TryParse(halves[1], out var flag) ? PropertyValue.Of(flag) : PropertyValue.Of(halves[1]);
        properties.Add(words[0] == "?" ? new(sides[0], "", "?", "", null, false, [])
            : words[0][0] == '!' ? new(sides[0], words[0][1..], "!", "", absent, isDefault, [])
            : new(sides[0], words[0], words.Length > 1 ? words[1] : "", words.Length > 2 ? words[2] : "", absent, isDefault, []));
    }

    /// <summary>The properties as <c>azure</c> has them. Of several lines for one property the first that finds something counts.</summary>
    public static List<KeyValuePair<string, PropertyValue>> Read(Field native, IReadOnlyList<NativeProperty> table)
    {
        var members = table.Select(property => (Path: property.Name.Split('.'), Value: property.Read(native) ?? (property.Operation.Length == 0 ? new PlacedValue(property.In(native).Place, PropertyValue.Null) : null)))
            .Where(member => member.Value is not null).Select(member => (member.Path, Value: member.Value!)).ToList();
        return Nest(members, 0);
    }

    // A block of which nothing is there is not there either.
    private static List<KeyValuePair<string, PropertyValue>> Nest(List<(string[] Path, PropertyValue Value)> members, int depth) =>
        [.. members.GroupBy(member => member.Path[depth], StringComparer.Ordinal).Select(group => group.Where(member => member.Path.Length == depth + 1).ToList() is { Count: > 0 } whole
            ? KeyValuePair.Create(group.Key, whole.Select(member => member.Value).FirstOrDefault(value => value.Kind != PropertyKind.Null) ?? whole[0].Value)
            : KeyValuePair.Create(group.Key, group.All(member => member.Value.Kind == PropertyKind.Null) ? PropertyValue.Null : PropertyValue.MapOf(Nest([.. group], depth + 1))))];

    private PropertyValue? Read(Field native)
    {
        if (this.Operation == "?")
        {
            return PropertyValue.Unknown;
        }

        var field = this.In(native);
        var text = field.AsText ?? field.AsBoolean?.ToString();
        var same = string.Equals(text, this.Operand, StringComparison.OrdinalIgnoreCase);
        var behind = text?.StartsWith(this.Operand, StringComparison.OrdinalIgnoreCase) == true ? PropertyValue.Of(text[this.Operand.Length..]) : null;
        var value = field.IsAbsent && (!this.IsDefault || native[this.Native.Split('.')[0]].IsKnown) ? this.Absent : !field.IsKnown ? field.Value : this.Operation switch
        {
            "!" => field.AsBoolean is { } flag ? PropertyValue.Of(!flag) : field.Value,
            "is" => PropertyValue.Of(same),
            "is-private" => same ? PropertyValue.Of("private") : field.Value,
            "not" => PropertyValue.Of(!same),
            "after" => behind ?? field.Value,
            "past" => behind,
            "last" => text is null ? field.Value : PropertyValue.Of(text[(text.LastIndexOf('/') + 1)..]),
            "only" => same ? field.Value : null,
            "but" => same ? null : field.Value,
            "words" => text is null ? field.Value : PropertyValue.ListOf(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(PropertyValue.Of)),
            _ => this.Item.Count == 0 ? field.Value : PropertyValue.ListOf(field.Items.Select(item => new PlacedValue(item.Place, item.IsKnown ? PropertyValue.MapOf(Read(item, this.Item)) : item.Value ?? PropertyValue.Null))),
        };
        value = value is not null && field.IsSecret ? PropertyValue.SecretOf(value) : value;
        return value is null ? null : this.Operation.Length == 0 && !field.IsAbsent ? new PlacedValue(field.Place, value) : value;
    }

    private Field In(Field native) => this.Native.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? native[this.Native[..slash]].Member(this.Native[(slash + 1)..]) : native[this.Native];
}
