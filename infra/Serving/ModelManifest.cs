using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>What a model server may load: the model's name, revision and signer, and the sha256 of every file. A pod checks it before its server starts.</summary>
public sealed class ModelManifest(ModelSettings model)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The files in the form that <c>sha256sum --check</c> reads.</summary>
    public string Checksums => string.Concat(model.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  /models/{file.Key}\n"));

    /// <summary>The manifest as JSON, for people and for the record of decisions.</summary>
    public string Json => JsonSerializer.Serialize(new { name = model.Name, revision = model.Revision, signer = model.Signer, files = model.Files }, Indented);

    /// <summary>The sha256 of the manifest, by which logs and decisions name exactly this model.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(this.Json)));
}
