namespace LlmOpsSecure.Policies.Model;

/// <summary>A violation that somebody accepts, for a reason and for a time.</summary>
/// <param name="Policy">Id of the policy.</param>
/// <param name="Urn">URN of the resource, or a pattern in which <c>*</c> stands for any characters.</param>
/// <param name="Reason">Why; shown in every report.</param>
/// <param name="Expires">The last day on which it holds.</param>
public sealed record Exemption(string Policy, string Urn, string Reason, DateOnly Expires)
{
    /// <summary>The annotation by which a Kubernetes object carries exemptions: <c>policy-id: reason (until 2027-01-31)</c>, several separated by semicolons.</summary>
    public const string Annotation = "llmops.dev/exempt";

    /// <summary>Whether the exemption is for findings of that policy about that resource.</summary>
    public bool Covers(PolicyInfo policy, string urn) =>
        (this.Policy == policy.Id || policy.FormerIds.Contains(this.Policy)) && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(this.Urn.Replace("\\", "\\\\", StringComparison.Ordinal), urn, ignoreCase: false);

    /// <summary>The exemptions that a resource carries in its annotation. What cannot be read is no exemption: it comes back as a problem.</summary>
    public static IEnumerable<(Exemption? Exemption, string? Problem)> On(Resource resource)
    {
        if (resource.Root["metadata"].Member("annotations").Member(Annotation).AsText is not { } text)
        {
            yield break;
        }

        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var until = part.LastIndexOf("(until ", StringComparison.Ordinal);
            yield return colon > 0 && until > colon && part.EndsWith(')')
                && DateOnly.TryParseExact(part.AsSpan(until + 7, part.Length - until - 8), "yyyy-MM-dd", out var expires)
                && part[(colon + 1)..until].Trim() is { Length: > 0 } reason
                    ? (new Exemption(part[..colon].Trim(), resource.Urn, reason, expires), null)
                    : (null, $"The annotation {Annotation} must be 'policy-id: reason (until YYYY-MM-DD)', but is '{part}'");
        }
    }
}
