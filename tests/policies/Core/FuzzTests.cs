using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests;

/// <summary>Whatever stands in a resource's properties, no policy throws, and no message grows without bound.</summary>
public sealed class FuzzTests
{
    private const int Times = 12; // examples of all policies are some thousands

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Odd_properties_never_throw(uint seed)
    {
        var odd = new OddValues(seed);
        Assert.All(PolicyPack.Kit.Policies, policy =>
        {
            foreach (var example in policy.Info.Good.Concat(policy.Info.Bad))
            {
                for (var time = 0; time < Times; time++)
                {
                    Assert.All(Examples.Judge(policy, example, policy is StackPolicy ? odd.ChangeStack : odd.Change).Take(100), finding => Assert.InRange(finding.Message.Length, 1, 50_000));
                }
            }
        });
    }

    /// <summary>The same seed makes the same values, so that a failure can be made again.</summary>
    [Fact]
    public void A_seed_makes_the_same_values_again()
    {
        var example = PropertyValue.Parse("""{ "a": [1, "x", { "b": true }], "c": "text" }""");
        var (first, second) = (new OddValues(7), new OddValues(7));
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(Text(first.Change(example)), Text(second.Change(example))));
    }

    private static string Text(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Map => $"{{{string.Join(",", value.Members.Select(member => $"{member.Key}:{Text(member.Value)}"))}}}",
        PropertyKind.List => $"[{string.Join(",", value.Items.Select(Text))}]",
        PropertyKind.Secret => $"secret({Text(value.Inner)})",
        _ => $"{value.Kind}:{value.Text}{value.Number}{value.Boolean}",
    };
}
