namespace LlmOpsSecure.Infra.Registry;

/// <summary>The lowest version of an image that has no known way in.</summary>
/// <param name="Image">Name of the image in <see cref="Images"/>.</param>
/// <param name="Version">The version.</param>
/// <param name="Advisories">What it mends, newest first.</param>
public sealed record VersionFloor(string Image, Version Version, IReadOnlyList<string> Advisories);
