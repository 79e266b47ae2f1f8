using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Tests.Coverage;

namespace LlmOpsSecure.Infra.Tests.Mutations;

/// <summary>
/// One insecure change of <c>mutations.tsv</c>: the control of the catalogues that it breaks, the type that it changes (<c>(pod)</c>: the pods of any workload; <c>(stack)</c>: nothing
/// in particular), which resources of the type qualify, the property, and what happens to it.
/// </summary>
/// <param name="Control">Id of the control in <c>tests/policies/Core/Coverage/controls.csv</c>, which names the policies that must object.</param>
/// <param name="Type">Type token, <c>(pod)</c> or <c>(stack)</c>.</param>
/// <param name="Where">Empty, or <c>path=text</c>, <c>path!=text</c>, <c>path~text</c> (contains), or <c>resource=name</c>.</param>
/// <param name="Path">Property path with <c>[]</c> for any item and <c>[member=text]</c> for one; or <c>(gone)</c>, <c>(beside) TYPE</c>, <c>(new) TYPE</c>.</param>
/// <param name="Change"><c>delete</c>, <c>= JSON</c>, <c>+ JSON</c> (one more item), <c>without TEXT</c> (items that begin so), <c>instead JSON</c> (these members in its place).</param>
internal sealed record Mutation(string Control, string Type, string Where, string Path, string Change)
{
    /// <summary>How the mutation is shown: the control and what is done.</summary>
    public string Name => string.Join(' ', new[] { this.Control, this.Type, this.Where, this.Path, this.Change }.Where(part => part.Length > 0));

    /// <summary>The catalogue, in its order.</summary>
    public static IReadOnlyList<Mutation> Catalogue { get; } = [.. File.ReadLines(System.IO.Path.Combine(StackFile.Root, "tests", "infra", "Mutations", "mutations.tsv")).Skip(1).Select(line => line.Split('\t')).Select(row => new Mutation(row[0], row[1], row[2], row[3], row[4]))];

    /// <summary>The policies that must object, by control.</summary>
    public static ILookup<string, string> Policies { get; } = CoveredControl.All.SelectMany(control => control.Policies.Select(policy => (control.Control, Policy: policy))).ToLookup(pair => pair.Control, pair => pair.Policy, StringComparer.Ordinal);
}
