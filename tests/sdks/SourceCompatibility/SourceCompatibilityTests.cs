using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LlmOpsSecure.Sdks.Tests.Programs;
using Microsoft.CodeAnalysis;

namespace LlmOpsSecure.Sdks.Tests.SourceCompatibility;

/// <summary>What compiles against the official packages compiles, and what does not, does not: each snippet says which (<c>Snippets.cs</c>).</summary>
public sealed partial class SourceCompatibilityTests
{
    private static readonly string[] Text = File.ReadAllLines(Repository.Data("SourceCompatibility/Snippets.cs"));

    private static readonly ImmutableArray<(string Id, string Codes, string Claim, int Line)> All =
    [
        .. Text.Select((line, index) => (Match: Header().Match(line), Line: index)).Where(line => line.Match.Success)
            .Select(line => (line.Match.Groups["id"].Value, line.Match.Groups["codes"].Value, line.Match.Groups["claim"].Value, line.Line)),
    ];

    private static readonly Lazy<ILookup<string, string>> Found = new(Diagnose);

    public static TheoryData<string, string> Snippets
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (id, codes, claim, _) in All)
            {
                data.Add(id, $"{codes}: {claim}");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_compiles_as_it_does_against_the_official_packages(string id, string claim)
    {
        var expected = claim[..claim.IndexOf(':', StringComparison.Ordinal)];
        var actual = Found.Value[id].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.Contains(actual.Count == 0 ? "ok" : string.Join(' ', actual), expected.Split('|'));
    }

    [Fact]
    public void What_stands_before_the_first_snippet_compiles() => Assert.Empty(Found.Value[""]);

    private static ILookup<string, string> Diagnose() => Compiler.Compile("snippets", Compiler.Parse("Snippets.cs", string.Join('\n', Text))).GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal) || diagnostic.Id == "CS0618")
        .ToLookup(diagnostic => All.LastOrDefault(snippet => snippet.Line <= diagnostic.Location.GetLineSpan().StartLinePosition.Line).Id ?? "", diagnostic => diagnostic.Id, StringComparer.Ordinal);

    [GeneratedRegex(@"^// (?<id>S\d+) (?<codes>ok|CS\d{4}(?:[ |]CS\d{4})*): (?<claim>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();
}
