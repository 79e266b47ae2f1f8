using System.Text.RegularExpressions;
using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Infra.Tests;

public sealed partial class PoliciesTests
{
    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_component_passes_every_policy(string stack)
    {
        var findings = await Judge(stack, report => report.Result != PolicyResult.Exempted);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task Only_the_device_plugin_is_exempt_from_anything()
    {
        var exempt = await Judge("multi-tenant", report => report.Result == PolicyResult.Exempted);
        Assert.All(exempt, finding => Assert.Matches("DaemonSet::gpu-device-plugin|Namespace::gpu-system", finding));
        Assert.Equal(10, exempt.Count);
    }

    [Fact]
    public void Each_hardened_line_names_a_policy_that_exists()
    {
        var ids = PolicyPack.Kit.Policies.Select(policy => policy.Info.Id).ToHashSet(StringComparer.Ordinal);
        var wrong = HardenedLines().Where(line => !ids.Contains(line.Policy)).Select(line => $"{line.Place}: {line.Policy}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The ids at the ends of the components' lines. A remark in words has a blank and is none.</summary>
    internal static IEnumerable<(string Place, string Component, string Policy)> HardenedLines()
    {
        var folder = Path.Combine(StackFile.Root, "infra");
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var (index, line) in File.ReadAllLines(file).Index())
            {
                if (PolicyId().Match(line) is { Success: true } match)
                {
                    yield return ($"{Path.GetRelativePath(folder, file)}:{index + 1}", Path.GetFileNameWithoutExtension(file), match.Groups["id"].Value);
                }
            }
        }
    }

    private static async Task<List<string>> Judge(string stack, Predicate<PolicyReport> counts)
    {
        var view = PolicyView.Of(await Recorded.Stack(stack));
        var session = PolicyPack.Kit.Start();
        return [.. view.Resources.SelectMany(session.Analyze).Concat(session.AnalyzeStack(view)).Where(report => counts(report))
            .Select(report => $"{report.Result} {report.Policy.Id}: {report.Urn[(report.Urn.LastIndexOf('$') + 1)..]} {report.Path}: {report.Message}")];
    }

    [GeneratedRegex(@"\S.* // (?<id>[a-z]+(-[a-z0-9]+)+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PolicyId();
}
