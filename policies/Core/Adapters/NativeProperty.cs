using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Adapters;

/// <summary>How one property of an <c>azure</c> type is found in the <c>azure-native</c> resource.</summary>
/// <param name="Name">The property's path.</param>
/// <param name="Native">The path in the native resource; empty where it has none.</param>
/// <param name="Operation">What is done with the value; empty for nothing.</param>
/// <param name="Operand">The text that the operation compares with.</param>
internal sealed record NativeProperty(string Name, string Native, string Operation, string Operand)
{
    /// <summary>Reads a line of the table.</summary>
    public static NativeProperty Parse(string line)
    {
        var sides = line.Split(" = ", 2);
        var words = sides[1].Split(' ', 3);
        return words[0] == "?" ? new(sides[0], "", "?", "")
            : words[0][0] == '!' ? new(sides[0], words[0][1..], "!", "")
            : new(sides[0], words[0], words.Length > 1 ? words[1] : "", words.Length > 2 ? words[2] : "");
    }

    /// <summary>The value; null where there is none.</summary>
    public PropertyValue? Read(Field native)
    {
        if (this.Operation == "?")
        {
            return PropertyValue.Unknown;
        }

        var field = native[this.Native];
        var text = field.AsText ?? field.AsBoolean?.ToString();
        var same = string.Equals(text, this.Operand, StringComparison.OrdinalIgnoreCase);
        var value = !field.IsKnown ? field.Value : this.Operation switch
        {
            "!" => field.AsBoolean is { } flag ? PropertyValue.Of(!flag) : field.Value,
            "is" => PropertyValue.Of(same),
            "is-private" => same ? PropertyValue.Of("private") : field.Value,
            "not" => PropertyValue.Of(!same),
            "after" => text?.StartsWith(this.Operand, StringComparison.OrdinalIgnoreCase) == true ? PropertyValue.Of(text[this.Operand.Length..]) : field.Value,
            "only" => same ? field.Value : null,
            "but" => same ? null : field.Value,
            _ => field.Value,
        };
        value = value is not null && field.IsSecret ? PropertyValue.SecretOf(value) : value;
        return value is null ? null : this.Operation.Length == 0 ? new PlacedValue(field.Place, value) : value;
    }
}
