using System.Text.RegularExpressions;
using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Infra.Tests;

/// <summary>Every row of <c>docs/platform.md</c> names components and policies that exist.</summary>
public sealed partial class PlatformPageTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(StackFile.Root, "docs", "platform.md"))
        .TakeWhile(line => line != "## Left out")
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Skip(1)
        .Select(line => line.Trim('|').Split('|'))];

    [Fact]
    public void Components_exist()
    {
        var components = typeof(StackProgram).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(Rows);
        Assert.Empty(Rows.SelectMany(row => Name().Matches(row[1])).Select(match => match.Value).Except(components));
    }

    [Fact]
    public void Policies_exist()
    {
        var policies = PolicyPack.Kit.Policies.Select(policy => policy.Info.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Rows.SelectMany(row => Id().Matches(row[2])).Select(match => match.Value).Except(policies));
    }

    [GeneratedRegex("[A-Z][A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex("[a-z]+(-[a-z]+)+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
