namespace LlmOpsSecure.Infra.Registry;

/// <summary>An image or chart of an upstream registry.</summary>
/// <param name="Name">Its name in the kit.</param>
/// <param name="Source">Upstream registry and repository.</param>
/// <param name="Version">The tag.</param>
/// <param name="Digest">The digest of the tag's index; null where a stack must give it.</param>
public sealed record PinnedImage(string Name, string Source, string Version, string? Digest)
{
    /// <summary>Repository in the stack's registry, which mirrors the upstream under its own path.</summary>
    public string Repository => this.Source[(this.Source.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The reference in a registry, by tag and digest.</summary>
    public string In(string registry) => $"{registry}/{this.Repository}:{this.Version}@{this.Digest}";
}
