namespace LlmOpsSecure.Cli.Engine;

/// <summary>Says what else a deletion means.</summary>
internal static class Deletions
{
    /// <summary>What is to be said of a deletion; empty for nothing.</summary>
    public static string Note(ResourceState resource) => resource.PendingReplacement ? "deleted already, in an update that was not finished"
        : resource.RetainOnDelete ? "kept by the cloud (retainOnDelete)"
        : resource.DeletedWith is { } other ? $"goes with {Aliases.NameOf(other)} (deletedWith)"
        : resource.External ? "only read, so not touched"
        : "";
}
