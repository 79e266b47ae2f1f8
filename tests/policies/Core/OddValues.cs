using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests;

/// <summary>Puts odd values in the place of good ones, the same for the same seed.</summary>
internal sealed class OddValues(ulong seed)
{
    private static readonly string[] Texts = ["", " ", "*", "-", "/", "true", "0", "-1", "1e400", "0x10", "P1D", "1.2.3.4/99", "::/0", "10.0.0.0-", "${x}", "a=b=c", "\0\r\n", "\ud800", "[[[", "{{", "https://", new string('a', 5000), "/subscriptions//resourceGroups/", "ß\u202eİ"];

    private ulong state = seed;

    /// <summary>The value with some of its parts replaced.</summary>
    public PropertyValue Change(PropertyValue value) => Part(value, 0);

    /// <summary>The resources of a stack with some parts of their properties replaced; what tells one from another stays.</summary>
    public PropertyValue ChangeStack(PropertyValue value) => value.Kind == PropertyKind.List
        ? PropertyValue.ListOf(value.Items.Select(item => With(item, "properties", properties => Part(properties, 0))).ToList())
        : With(value, "resources", ChangeStack);

    private static PropertyValue With(PropertyValue value, string name, Func<PropertyValue, PropertyValue> change) =>
        PropertyValue.MapOf(value.Members.Select(member => KeyValuePair.Create(member.Key, member.Key == name ? change(member.Value) : member.Value)).ToList());

    private PropertyValue Part(PropertyValue value, int depth) => Next(6) == 0 ? Odd(0) : value.Kind switch
    {
        PropertyKind.Map => PropertyValue.MapOf(value.Members.Select(member => KeyValuePair.Create(member.Key, Part(member.Value, depth + 1))).ToList()),
        PropertyKind.List => PropertyValue.ListOf(value.Items.Select(item => Part(item, depth + 1)).ToList()),
        PropertyKind.Secret => PropertyValue.SecretOf(Part(value.Inner, depth + 1)),
        _ => value,
    };

    private PropertyValue Odd(int depth) => (depth > 3 ? Next(7) : Next(11)) switch
    {
        0 => PropertyValue.Null,
        1 => PropertyValue.Unknown,
        2 => PropertyValue.Of(Next(2) == 0),
        3 => PropertyValue.Of(new[] { 0, -1, 1.5, 1e308, double.NaN, double.NegativeInfinity, long.MaxValue }[Next(7)]),
        < 7 => PropertyValue.Of(Texts[Next(Texts.Length)]),
        7 => PropertyValue.ListOf(Enumerable.Range(0, Next(4)).Select(_ => Odd(depth + 1)).ToList()),
        8 => PropertyValue.SecretOf(Odd(depth + 1)),
        9 => Enumerable.Range(0, 100).Aggregate(PropertyValue.Null, (inner, _) => PropertyValue.ListOf([inner])),
        _ => PropertyValue.MapOf(new[] { "", "a.b", "a[0]", "name", "type", "enabled" }.Select(name => KeyValuePair.Create(name, Odd(depth + 1))).ToList()),
    };

    private int Next(int below)
    {
        this.state = (this.state * 6364136223846793005) + 1442695040888963407;
        return (int)((this.state >> 33) % (ulong)below);
    }
}
