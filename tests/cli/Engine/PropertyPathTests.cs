using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>What <c>ignoreChanges</c> brings back, path by path, and where it cannot.</summary>
public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("a", """{"a":1}""", """{"a":2}""", """{"a":1}""", true)]
    [InlineData("a", "{}", """{"a":2}""", "{}", true)]
    [InlineData("a", """{"a":1}""", "{}", """{"a":1}""", true)]
    [InlineData("a.b", """{"a":{"b":1,"c":1}}""", """{"a":{"b":2,"c":2}}""", """{"a":{"b":1,"c":2}}""", true)]
    [InlineData("a.b", """{"a":{"b":1}}""", "{}", "{}", false)]
    [InlineData("a.b", "{}", """{"a":{"b":2}}""", """{"a":{}}""", true)]
    [InlineData("a.b.c", "{}", """{"a":{"b":{"c":2}}}""", """{"a":{"b":{"c":2}}}""", false)]
    [InlineData("a.b", "{}", "{}", "{}", true)]
    [InlineData("a[\"b.c\"]", """{"a":{"b.c":1}}""", """{"a":{"b.c":2}}""", """{"a":{"b.c":1}}""", true)]
    [InlineData("a[1]", """{"a":[1,2]}""", """{"a":[3,4]}""", """{"a":[3,2]}""", true)]
    [InlineData("a[1]", """{"a":[1]}""", """{"a":[3,4]}""", """{"a":[3,4]}""", false)]
    [InlineData("a[9]", """{"a":[1]}""", """{"a":[3]}""", """{"a":[3]}""", true)]
    [InlineData("a[0].b", """{"a":[{"b":1}]}""", """{"a":[{"b":2},{"b":3}]}""", """{"a":[{"b":1},{"b":3}]}""", true)]
    [InlineData("a[*]", """{"a":[1,2]}""", """{"a":[3]}""", """{"a":[1]}""", false)]
    [InlineData("a[*].b", """{"a":[{"b":1},{"b":2}]}""", """{"a":[{"b":3},{"b":4}]}""", """{"a":[{"b":1},{"b":2}]}""", true)]
    [InlineData("a[*].b", """{"a":[{"b":1}]}""", """{"a":[{"b":3},{"b":4}]}""", """{"a":[{"b":1},{"b":4}]}""", false)]
    [InlineData("a.*", """{"a":{"x":1}}""", """{"a":{"y":2}}""", """{"a":{"x":1}}""", true)]
    [InlineData("a.*.b", """{"a":{"x":{"b":1}}}""", """{"a":{"x":{"b":2},"y":{"b":3}}}""", """{"a":{"x":{"b":1},"y":{"b":3}}}""", true)]
    [InlineData("*", """{"a":1}""", """{"b":2}""", """{"a":1}""", true)]
    [InlineData("a.b", """{"a":{"b":1}}""", """{"a":[1]}""", """{"a":[1]}""", false)]
    public void What_lies_at_a_path_is_brought_back_where_both_values_have_the_place(string path, string old, string now, string expected, bool fits)
    {
        var restored = PropertyPath.Parse(path).Restore(PropertyValue.Parse(now), PropertyValue.Parse(old), out var all);
        Assert.Equal((expected, fits), (Text(restored), all));
    }

    [Fact]
    public void What_was_hidden_in_a_secret_stays_hidden()
    {
        var old = PropertyValue.MapOf([KeyValuePair.Create("a", PropertyValue.SecretOf(PropertyValue.Parse("""{"b":"canary"}""")))]);
        var restored = PropertyPath.Parse("a.b").Restore(PropertyValue.Parse("""{"a":{"b":"open"}}"""), old, out _);
        Assert.Equal(PropertyKind.Secret, restored["a"]!["b"]!.Kind);
        var both = PropertyPath.Parse("a.b").Restore(old, old, out _);
        Assert.Equal((PropertyKind.Secret, "canary"), (both["a"]!.Kind, both["a"]!.Inner["b"]!.Text));
    }

    private static string Text(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Map => $"{{{string.Join(',', value.Members.Select(member => $"\"{member.Key}\":{Text(member.Value)}"))}}}",
        PropertyKind.List => $"[{string.Join(',', value.Items.Select(Text))}]",
        _ => value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
