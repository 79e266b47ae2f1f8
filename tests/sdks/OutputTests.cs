using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace LlmOpsSecure.Sdks.Tests;

/// <summary>What an output knows besides its value (whether it is known, whether it is secret, what it depends on) survives whatever is done with it.</summary>
public sealed class OutputTests
{
    private static readonly Output<string> Known = Output.Create("known");
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("never seen");
    private static readonly Output<string> Secret = Output.CreateSecret("secret");

    public static TheoryData<string> Ways => [.. All.Keys];

    // Each way makes one output of two.
    private static Dictionary<string, Func<Output<string>, Output<string>, Output<string>>> All { get; } = new(StringComparer.Ordinal)
    {
        ["All"] = (one, other) => Output.All(one, other).Apply(values => string.Concat(values)),
        ["Tuple"] = (one, other) => Output.Tuple(one, other).Apply(values => values.Item1 + values.Item2),
        ["Format"] = (one, other) => Output.Format($"{one}{other}"),
        ["Apply to an output"] = (one, other) => one.Apply(_ => other),
        ["Apply to an input"] = (one, other) => one.Apply(_ => (Input<string>)other),
        ["a list"] = (one, other) => ((InputList<string>)new[] { one, other }).ToOutput().Apply(values => string.Concat(values)),
        ["a map"] = (one, other) => new InputMap<string> { ["a"] = one, ["b"] = other }.ToOutput().Apply(values => string.Concat(values.Values)),
        ["JSON"] = (one, other) => Output.JsonSerialize(Output.Create(new Dictionary<string, object>(StringComparer.Ordinal) { ["a"] = one, ["b"] = new[] { other } })),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Two_known_values_make_a_known_plain_one(string way)
    {
        var made = All[way](Known, Known);
        Assert.Equal((true, false), (await OutputUtilities.GetIsKnownAsync(made), await Output.IsSecretAsync(made)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task One_unknown_value_makes_the_result_unknown(string way)
    {
        Assert.False(await OutputUtilities.GetIsKnownAsync(All[way](Known, Unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(All[way](Unknown, Known)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task One_secret_value_makes_the_result_secret(string way)
    {
        Assert.True(await Output.IsSecretAsync(All[way](Known, Secret)));
        Assert.True(await Output.IsSecretAsync(All[way](Secret, Known)));
    }

    [Fact]
    public async Task What_follows_from_an_unknown_value_is_not_computed()
    {
        var ran = false;
        var made = Unknown.Apply(value => ran = true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(made));
        Assert.False(ran);
    }

    [Fact]
    public async Task A_secret_that_is_told_keeps_its_value()
    {
        var told = Output.Unsecret(Secret);
        Assert.Equal((false, "secret"), (await Output.IsSecretAsync(told), await OutputUtilities.GetValueAsync(told)));
    }

    [Fact]
    public async Task Outputs_inside_of_a_value_become_part_of_its_JSON()
    {
        var json = await OutputUtilities.GetValueAsync(Output.JsonSerialize(Output.Create(new { A = Known, B = (InputList<int>)[1, 2], C = (InputUnion<string, int>)3 })));
        Assert.Equal("""{"A":"known","B":[1,2],"C":3}""", json);
    }

    [Fact]
    public async Task JSON_is_read_into_a_type_and_stays_secret()
    {
        var read = Output.JsonDeserialize<Dictionary<string, int>>(Output.CreateSecret("""{"a":1}"""));
        Assert.Equal((true, 1), (await Output.IsSecretAsync(read), (await OutputUtilities.GetValueAsync(read))["a"]));
    }

    [Fact]
    public async Task A_deferred_output_is_resolved_once()
    {
        var deferred = new DeferredOutput<string>();
        var length = deferred.Output.Apply(value => value.Length);
        deferred.Resolve(Secret);

        Assert.Equal((6, true), (await OutputUtilities.GetValueAsync(length), await Output.IsSecretAsync(length)));
        Assert.Throws<InvalidOperationException>(() => deferred.Resolve(Known));
    }

    [Fact]
    public async Task A_later_map_wins_over_an_earlier_one()
    {
        var merged = await OutputUtilities.GetValueAsync(InputMap<string>.Merge(new() { ["a"] = "1", ["b"] = "1" }, new() { ["b"] = "2" }).ToOutput());
        Assert.Equal([("a", "1"), ("b", "2")], merged.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => (member.Key, member.Value)));
    }

    [Fact]
    public async Task A_list_that_was_joined_leaves_its_parts_as_they_were()
    {
        InputList<string> first = ["a"];
        var joined = first.Concat(new[] { "b" });

        Assert.Equal("ab", string.Concat(await OutputUtilities.GetValueAsync(joined.ToOutput())));
        Assert.Equal("a", string.Concat(await OutputUtilities.GetValueAsync(first.ToOutput())));
    }

    [Fact]
    public async Task Any_JSON_is_an_input_of_JSON()
    {
        InputJson json = """{"a":[1]}""";
        Assert.Equal(JsonValueKind.Array, (await OutputUtilities.GetValueAsync(json.ToOutput())).GetProperty("a").ValueKind);
        Assert.Equal("x", (await OutputUtilities.GetValueAsync(((InputJson)Output.Create("\"x\"")).ToOutput())).GetString());
    }

    [Fact]
    public async Task An_item_of_a_list_is_found_by_its_place()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));
        Assert.Equal(("a", "b", 2), (await OutputUtilities.GetValueAsync(list.First()), await OutputUtilities.GetValueAsync(list.GetAt(1)), await OutputUtilities.GetValueAsync(list.Length())));
    }
}
