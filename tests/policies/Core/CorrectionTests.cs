using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests;

/// <summary>The laws that every policy which corrects is held to.</summary>
public sealed class CorrectionTests
{
    public static TheoryData<string> Ids => [.. PolicyPack.Kit.Policies.Where(policy => policy.CanRemediate).Select(policy => policy.Info.Id)];

    [Fact]
    public void At_least_forty_policies_correct() => Assert.True(Ids.Count >= 40, $"{Ids.Count} policies correct");

    [Theory, MemberData(nameof(Ids))]
    public void A_bad_example_is_corrected(string id) => Assert.Contains(Cases(id), one => one.Policy.Remediate(one.Resource) is not null);

    [Theory, MemberData(nameof(Ids))]
    public void What_is_good_is_not_corrected(string id)
    {
        var policy = PolicyPack.Kit.Find(id)!;
        Assert.All(policy.Info.Good, example => Assert.Null(policy.Remediate(Examples.Of(policy, example))));
    }

    [Theory, MemberData(nameof(Ids))]
    public void What_was_corrected_passes_and_is_not_corrected_again(string id)
    {
        foreach (var (policy, resource) in Cases(id))
        {
            if (policy.Remediate(resource) is { } corrected)
            {
                Assert.Empty(Examples.Judge(policy, resource.With(corrected)).OfType<Violation>());
                Assert.Null(policy.Remediate(resource.With(corrected)));
            }
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Nothing_but_the_violated_places_changes(string id)
    {
        foreach (var (policy, resource) in Cases(id))
        {
            var places = Examples.Judge(policy, resource).OfType<Violation>().Select(violation => violation.Path).ToList();
            if (policy.Remediate(resource) is { } corrected)
            {
                var (before, after) = (Leaves(resource.Root), Leaves(resource.With(corrected).Root));
                var changed = before.Except(after).Concat(after.Except(before)).Select(leaf => leaf.Path);
                Assert.All(changed, path => Assert.Contains(places, place => path == place || path.StartsWith(place, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public void A_secret_stays_a_secret()
    {
        var policy = PolicyPack.Kit.Find("registry-admin-user-is-off")!;
        var corrected = policy.Remediate(Examples.Resource(policy, PropertyValue.MapOf([KeyValuePair.Create("adminEnabled", PropertyValue.SecretOf(PropertyValue.Of(true)))])));
        Assert.Equal(PropertyKind.Secret, corrected!["adminEnabled"]!.Kind);
        Assert.False(corrected["adminEnabled"]!.Inner.Boolean);
    }

    private static IEnumerable<(Policy Policy, Resource Resource)> Cases(string id)
    {
        var policy = PolicyPack.Kit.Find(id)!;
        return policy.Info.Bad.Select(example => (policy, Examples.Of(policy, example)));
    }

    private static List<(string Path, string Value)> Leaves(Field field) => field.Kind switch
    {
        PropertyKind.Map => [.. field.Members.SelectMany(member => Leaves(member.Field))],
        PropertyKind.List => [.. field.Items.SelectMany(Leaves)],
        _ => [(field.Path, field.Show())],
    };
}
