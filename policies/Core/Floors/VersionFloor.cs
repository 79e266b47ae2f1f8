namespace LlmOpsSecure.Policies.Floors;

/// <summary>The lowest version of a program that has no known way in.</summary>
/// <param name="Name">The program.</param>
/// <param name="Images">Repositories of its images: the last part, or several.</param>
/// <param name="Charts">Names of its charts.</param>
/// <param name="Minimum">The lowest version; null where only single versions are refused.</param>
/// <param name="Refused">Versions that are refused whatever the lowest one is.</param>
/// <param name="Advisories">What newer versions mend.</param>
/// <param name="Source">Where the advisories were read.</param>
public sealed record VersionFloor(string Name, IReadOnlyList<string> Images, IReadOnlyList<string> Charts, Version? Minimum, IReadOnlyList<string> Refused, IReadOnlyList<string> Advisories, string Source);
