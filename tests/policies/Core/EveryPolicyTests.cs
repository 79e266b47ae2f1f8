using LlmOpsSecure.Policies.Documentation;
using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests;

/// <summary>The laws that every policy is held to.</summary>
public sealed class EveryPolicyTests
{
    public static TheoryData<string> Ids => [.. PolicyPack.Kit.Policies.Select(policy => policy.Info.Id)];

    private static Policy Policy(string id) => PolicyPack.Kit.Find(id)!;

    private static string Kebab(string name) => string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    [Theory, MemberData(nameof(Ids))]
    public void The_id_is_folder_and_class(string id)
    {
        var type = Policy(id).GetType();
        Assert.Equal(id, $"{Kebab(type.Namespace!.Split('.')[^1])}-{Kebab(type.Name)}");
    }

    [Fact]
    public void Ids_and_titles_are_unique()
    {
        Assert.Equal(PolicyPack.Kit.Policies.Count, PolicyPack.Kit.Policies.Select(policy => policy.Info.Id).Distinct().Count());
        Assert.Equal(PolicyPack.Kit.Policies.Count, PolicyPack.Kit.Policies.Select(policy => policy.Info.Title).Distinct().Count());
    }

    [Theory, MemberData(nameof(Ids))]
    public void Good_examples_yield_nothing(string id) => Assert.All(Policy(id).Info.Good, example => Assert.Empty(Examples.Judge(Policy(id), example)));

    [Theory, MemberData(nameof(Ids))]
    public void Each_bad_example_is_one_violation(string id)
    {
        Assert.NotEmpty(Policy(id).Info.Bad);
        Assert.All(Policy(id).Info.Bad, example => Assert.IsType<Violation>(Assert.Single(Examples.Judge(Policy(id), example))));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Unknown_values_are_never_a_violation(string id) =>
        Assert.All(Policy(id).Info.Good, example => Assert.DoesNotContain(Examples.Judge(Policy(id), example, Examples.Unknown), finding => finding is Violation));

    [Theory, MemberData(nameof(Ids))]
    public void Odd_values_never_throw(string id) => Assert.All(["{}", "[]", "null", "1", "\"x\""], example => Assert.NotNull(Examples.Judge(Policy(id), example, wrap: true).ToList()));

    [Theory, MemberData(nameof(Ids))]
    public void The_texts_are_there(string id)
    {
        var info = Policy(id).Info;
        Assert.All([info.Title, info.Why, info.Remediation], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.False(info.Title.EndsWith('.'));
        Assert.NotEmpty(info.Threats);
        Assert.All(info.Controls, control => Assert.Contains(control.Framework, Framework.All.Keys));
    }

    [Fact]
    public void The_pages_are_those_of_the_policies()
    {
        var folder = Path.Combine(Repository.Root, "docs", "policies");
        var pages = PolicyPage.All(PolicyPack.Kit);
        if (Environment.GetEnvironmentVariable("LLMOPS_UPDATE") is { Length: > 0 })
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.GetFiles(folder))
            {
                File.Delete(file);
            }

            foreach (var (name, text) in pages)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }
        }

        Assert.Equal(pages.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal(page.Value, File.ReadAllText(Path.Combine(folder, page.Key))));
    }
}
