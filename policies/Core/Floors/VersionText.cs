using System.Text.RegularExpressions;

namespace LlmOpsSecure.Policies.Floors;

/// <summary>Reads versions as tags and charts write them.</summary>
internal static partial class VersionText
{
    /// <summary>The version in a text such as <c>v0.32.0</c>, <c>1.9</c> or <c>0.11.1-cu128</c>; null where it begins with no version.</summary>
    public static Version? Parse(string? text) =>
        text is not null && Beginning().Match(text.Trim()) is { Success: true } match && Version.TryParse(match.Groups["version"].Value, out var version)
            ? new Version(version.Major, version.Minor, Math.Max(0, version.Build)) : null;

    [GeneratedRegex(@"^v?(?<version>[0-9]{1,6}\.[0-9]{1,6}(\.[0-9]{1,6})?)($|[^0-9])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();
}
