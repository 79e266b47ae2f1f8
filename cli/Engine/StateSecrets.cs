using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>
/// How a state keeps secrets. With a passphrase they are encrypted as the Pulumi CLI does; without one each is replaced by a keyed digest, by which the next run sees whether it changed and nobody sees what it
/// is. A secret is never written in clear.
/// </summary>
internal sealed class StateSecrets
{
    private const string DigestPrefix = "digest:";
    private const string DigestMember = "llmops:digest";
    private const int DigestLength = 51; // the prefix, and 32 bytes in base64

    private readonly byte[] digestKey;
    private readonly Passphrase? passphrase;

    private StateSecrets(byte[] digestKey, Passphrase? passphrase)
    {
        this.digestKey = digestKey;
        this.passphrase = passphrase;
    }

    /// <summary>The way of the environment: encrypted with the passphrase of the stack's configuration, or digests.</summary>
    /// <param name="file">The stack's configuration file, for messages.</param>
    /// <param name="salt">Its salt; null makes a new one.</param>
    public static StateSecrets New(string file, string? salt) => Passphrase.IsSet ? new(RandomNumberGenerator.GetBytes(32), Passphrase.Open(file, salt)) : WithDigests();

    /// <summary>Digests with a key of their own.</summary>
    public static StateSecrets WithDigests() => new(RandomNumberGenerator.GetBytes(32), null);

    /// <summary>The way that a state names. A passphrase that is not set leaves its secrets closed; a wrong one throws <see cref="Readers.InputException"/>.</summary>
    public static StateSecrets Of(string file, JsonElement deployment)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        if (deployment.TryGetProperty("secrets_providers", out var provider) && provider.ValueKind == JsonValueKind.Object && provider.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.Object)
        {
            if (state.TryGetProperty("digestKey", out var text) && text.ValueKind == JsonValueKind.String)
            {
                Span<byte> bytes = stackalloc byte[32];
                return Convert.TryFromBase64String(text.GetString()!, bytes, out var read) && read == 32 ? new(bytes.ToArray(), null)
                    : throw new Readers.InputException($"{file}: secrets_providers.state.digestKey", "it must be 32 bytes in base64");
            }

            if (Passphrase.IsSet && state.TryGetProperty("salt", out var salt) && salt.ValueKind == JsonValueKind.String)
            {
                return new(key, Passphrase.Open(file, salt.GetString()));
            }
        }

        return new(key, null);
    }

    /// <summary>What a ciphertext hides: the value, a digest, or null where it cannot be opened.</summary>
    public PropertyValue? Decrypt(string ciphertext) => ciphertext.StartsWith(DigestPrefix, StringComparison.Ordinal) ? PropertyValue.MapOf([KeyValuePair.Create(DigestMember, PropertyValue.Of(ciphertext))])
        : this.passphrase?.Decrypt(ciphertext) is { } json ? EngineValues.ParseSecret(json) : null;

    /// <summary>The text that a state holds in place of the secret.</summary>
    public string Encrypt(PropertyValue secret)
    {
        if (IsDigest(secret, out var digest))
        {
            return digest;
        }

        return this.passphrase is { } open ? open.Encrypt(JsonOf(secret)) : this.DigestOf(secret);
    }

    /// <summary>Whether a value read from a state stands for a secret that only its digest is known of.</summary>
    public static bool IsDigest(PropertyValue value, [NotNullWhen(true)] out string? digest)
    {
        digest = value.Kind == PropertyKind.Map && value.Members.Count == 1 && value[DigestMember] is { Kind: PropertyKind.Text, Text: { Length: DigestLength } text } && text.StartsWith(DigestPrefix, StringComparison.Ordinal) ? text : null;
        return digest is not null;
    }

    /// <summary>The digest of a value.</summary>
    public string DigestOf(PropertyValue value) => DigestPrefix + Convert.ToBase64String(HMACSHA256.HashData(this.digestKey, WireProperties.ToStruct(PropertyValue.MapOf([KeyValuePair.Create("value", Sorted(value))]))));

    /// <summary>Writes the state's <c>secrets_providers</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("secrets_providers");
        json.WriteString("type", this.passphrase is null ? "digest" : "passphrase");
        json.WriteStartObject("state");
        json.WriteString(this.passphrase is null ? "digestKey" : "salt", this.passphrase?.Salt ?? Convert.ToBase64String(this.digestKey));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string JsonOf(PropertyValue secret)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            StateValues.Write(json, secret, null);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static PropertyValue Sorted(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Map => PropertyValue.MapOf(value.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        PropertyKind.List => PropertyValue.ListOf(value.Items.Select(Sorted)),
        _ => value,
    };
}
