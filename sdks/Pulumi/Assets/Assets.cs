using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A file, a text, or a collection of such, given to a resource.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string signature, string property, object value)
    {
        this.Signature = signature;
        this.Property = property;
        this.Value = value;
    }

    internal string Signature { get; }

    internal string Property { get; }

    internal object Value { get; }
}

/// <summary>One file or text.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string property, string value)
        : base(LlmOpsSecure.Protocol.Signatures.Asset, property, value)
    {
    }
}

/// <summary>A file of this machine.</summary>
/// <param name="path">Its path, relative to the program's folder.</param>
public sealed class FileAsset(string path) : Asset("path", path);

/// <summary>A text.</summary>
/// <param name="text">The text.</param>
public sealed class StringAsset(string text) : Asset("text", text);

/// <summary>A file that the engine fetches.</summary>
/// <param name="uri">Its address.</param>
public sealed class RemoteAsset(string uri) : Asset("uri", uri);

/// <summary>Several files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string property, object value)
        : base(LlmOpsSecure.Protocol.Signatures.Archive, property, value)
    {
    }
}

/// <summary>Files put together from assets and archives.</summary>
/// <param name="assets">Each by its path in the archive.</param>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive("assets", assets.ToImmutableDictionary());

/// <summary>A folder or archive file of this machine.</summary>
/// <param name="path">Its path, relative to the program's folder.</param>
public sealed class FileArchive(string path) : Archive("path", path);

/// <summary>An archive file that the engine fetches.</summary>
/// <param name="uri">Its address.</param>
public sealed class RemoteArchive(string uri) : Archive("uri", uri);
