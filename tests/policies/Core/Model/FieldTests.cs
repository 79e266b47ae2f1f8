using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Model;

public sealed class FieldTests
{
    [Theory]
    [InlineData("""{ "a": { "b": { "c": 1 } } }""", "a.b.c", "a.b.c", "1")]
    [InlineData("""{ "a": [{ "b": { "c": 1 } }] }""", "a.b.c", "a[0].b.c", "1")]
    [InlineData("""{ "a": { "b": [[{ "c": 1 }]] } }""", "a.b.c", "a.b[0][0].c", "1")]
    [InlineData("""{ "a": [{ "b": 1 }, { "b": 2 }] }""", "a.b", "a.b", "absent")]
    [InlineData("{ }", "a.b.c", "a.b.c", "absent")]
    [InlineData("""{ "a b": { "": 1 } }""", "a b.", "[\"a b\"][\"\"]", "1")]
    [InlineData("""{ "a": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }""", "a.b.c", "a.b.c", "not known before deployment")]
    [InlineData("""{ "a": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": [{ "b": 1 }] } }""", "a.b", "a[0].b", "[secret]")]
    public void A_path_leads_through_maps_and_lists_of_one(string json, string path, string place, string shown)
    {
        var field = Resource(json)[path];
        Assert.Equal((place, shown), (field.Path, field.Show()));
    }

    [Fact]
    public void Places_below_items_and_members_say_how_they_are_reached()
    {
        var resource = Resource("""{ "a": [{ "b": { "c": 1 } }, { "b": { "c": 2 } }], "metadata": { "annotations": { "a.b/c": { "d": 3 } } } }""");
        Assert.Equal(["a[0].b.c", "a[1].b.c"], resource["a"].Items.Select(item => item["b.c"].Path));
        Assert.Equal("""metadata.annotations["a.b/c"].d""", resource["metadata.annotations"].Member("a.b/c")["d"].Path);
        Assert.Equal(["a", "metadata"], resource.Root.Members.Select(member => member.Field.Path));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.50", "1.5")]
    [InlineData("\"1\"", "'1'")]
    [InlineData("\"\\u0031\"", "'1'")]
    [InlineData("\"\"", "''")]
    [InlineData("100000000000000000000000000000", "1E+29")]
    [InlineData("\"a text that is longer than those which are kept\"", "'a text that is longer than those which are kept'")]
    [InlineData("null", "absent")]
    public void A_scalar_is_read_the_same_however_often_it_comes(string json, string shown)
    {
        var resource = Resource($$"""{ "a": {{json}}, "b": {{json}} }""");
        Assert.Equal((shown, shown), (resource["a"].Show(), resource["b"].Show()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    public void Of_two_members_of_one_name_the_last_counts(int others)
    {
        var names = Enumerable.Range(0, others).Select(at => $"\"m{at}\": {at}").Append("\"m0\": \"last\"");
        var properties = PropertyValue.Parse($"{{ {string.Join(", ", names)} }}");
        Assert.Equal(others, properties.Members.Count);
        Assert.Equal(("m0", "last"), (properties.Members[0].Key, properties["m0"]!.Text));
        Assert.Null(properties["m"]);
    }

    private static Resource Resource(string json) => new() { Type = "test:index:Test", Name = "test", Urn = "urn", Properties = PropertyValue.Parse(json) };
}
