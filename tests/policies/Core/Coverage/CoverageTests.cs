using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Coverage;

/// <summary><c>docs/coverage.md</c> says which control of the catalogues is answered by which policy, component and test, and which is not and why.</summary>
public sealed partial class CoverageTests
{
    private static readonly string[] Severities = ["critical", "high", "medium", "low"];

    [Fact]
    public void Every_control_has_a_policy_or_a_reason() =>
        Assert.All(CoveredControl.All, control => Assert.True(control.Policies.Count > 0 != control.Reason.Length > 0, control.Control));

    [Fact]
    public void Every_policy_that_is_named_exists() =>
        Assert.All(CoveredControl.All.SelectMany(control => control.Policies), id => Assert.NotNull(PolicyPack.Kit.Find(id)));

    [Fact]
    public void Controls_are_named_once() => Assert.Equal(CoveredControl.All.Count, CoveredControl.All.DistinctBy(control => (control.Catalogue, control.Control)).Count());

    [Fact]
    public void A_critical_or_high_control_without_a_policy_says_more_than_its_severity() =>
        Assert.All(CoveredControl.All.Where(control => control.Severity is "critical" or "high"), control => Assert.DoesNotContain("advice of", control.Reason, StringComparison.Ordinal));

    [Fact]
    public void The_table_is_generated()
    {
        var file = Path.Combine(Repository.Root, "docs", "coverage.md");
        var text = Text();
        if (Environment.GetEnvironmentVariable("LLMOPS_UPDATE") is { Length: > 0 })
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string Text()
    {
        var keepers = Keepers();
        var text = new StringBuilder("""
            # Coverage

            Which control of the three catalogues is answered by which policy, which component of the kit keeps it, and what tests hold both. Generated from
            `tests/policies/Core/Coverage/controls.csv`, the policies and the components by `tests/policies/Core` (`LLMOPS_UPDATE=1` writes it anew).

            Every policy's good and bad examples are run by `EveryPolicyTests`, their number is in the table; every component passes every policy in every stack
            (`tests/infra/PoliciesTests.cs`). A policy without a component is kept by every component that it concerns, or is about what the kit does not use.

            | catalogue | severity | controls | answered | not |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var catalogue in CoveredControl.All.GroupBy(control => control.Catalogue))
        {
            foreach (var severity in Severities)
            {
                var controls = catalogue.Where(control => control.Severity == severity).ToList();
                var answered = controls.Count(control => control.Policies.Count > 0);
                text.Append(CultureInfo.InvariantCulture, $"| {catalogue.Key} | {severity} | {controls.Count} | {answered} | {controls.Count - answered} |\n");
            }
        }

        foreach (var catalogue in CoveredControl.All.GroupBy(control => control.Catalogue))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {catalogue.Key}\n\n| control | severity | wanted | policy | component | examples |\n|---|---|---|---|---|---|\n");
            foreach (var control in catalogue.Where(control => control.Policies.Count > 0))
            {
                var policies = control.Policies.Select(id => PolicyPack.Kit.Find(id)!.Info).ToList();
                var components = policies.SelectMany(policy => keepers[policy.Id]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
                text.Append(CultureInfo.InvariantCulture, $"| {control.Control} | {control.Severity} | {Cell(control.Title)} | {string.Join("<br>", policies.Select(policy => $"[{policy.Id}](policies/{policy.Id}.md)"))} | {string.Join(", ", components)} | {policies.Sum(policy => policy.Good.Count + policy.Bad.Count)} |\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"\n### {catalogue.Key}: not answered\n\n| control | severity | wanted | why not |\n|---|---|---|---|\n");
            foreach (var control in catalogue.Where(control => control.Policies.Count == 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {control.Control} | {control.Severity} | {Cell(control.Title)} | {control.Reason} |\n");
            }
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static ILookup<string, string> Keepers() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => File.ReadLines(file).Select(line => HardenedLine().Match(line)).Where(match => match.Success).Select(match => (Policy: match.Groups["id"].Value, Component: Path.GetFileNameWithoutExtension(file))))
        .ToLookup(pair => pair.Policy, pair => pair.Component, StringComparer.Ordinal);

    [GeneratedRegex(@"\S.* // (?<id>[a-z]+(-[a-z0-9]+)+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HardenedLine();
}
