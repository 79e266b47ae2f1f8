using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Pulumi's passphrase encryption: PBKDF2 with SHA-256, and AES-256-GCM.</summary>
internal sealed class Passphrase
{
    private const int Iterations = 1_000_000;
    private const string Check = "pulumi";

    // Deriving a key takes a fraction of a second, and a run opens the same salt for its configuration and for its state.
    private static readonly ConcurrentDictionary<(string Passphrase, string Salt), byte[]> Keys = new();

    private readonly byte[] key;

    private Passphrase(byte[] key, string salt)
    {
        this.key = key;
        this.Salt = salt;
    }

    /// <summary>Whether the environment has a passphrase.</summary>
    public static bool IsSet => OfEnvironment() is not null;

    /// <summary>The salt with its encrypted check text, as states and stack files write it.</summary>
    public string Salt { get; }

    /// <summary>Takes the passphrase of the environment. One that is missing, or wrong for the salt, throws <see cref="InputException"/>.</summary>
    /// <param name="place">What is opened, for messages.</param>
    /// <param name="salt">The salt; null makes a new one.</param>
    public static Passphrase Open(string place, string? salt)
    {
        var passphrase = OfEnvironment() ?? throw new InputException(place, "the value is encrypted, and there is no passphrase: set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE");
        if (salt is null)
        {
            var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(8));
            var derived = Derive(passphrase, fresh);
            return new(derived, $"v1:{fresh}:{Seal(derived, Check)}");
        }

        if (salt.Split(':', 3) is not ["v1", var text, var check])
        {
            throw new InputException(place, "the salt must be 'v1:SALT:CHECK'; secrets providers other than a passphrase cannot be used here");
        }

        try
        {
            var derived = Derive(passphrase, text);
            return Unseal(derived, check) == Check ? new(derived, salt) : throw new CryptographicException();
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            throw new InputException(place, "the passphrase is wrong");
        }
    }

    /// <summary>Decrypts a text; null if it was encrypted with another key or is damaged.</summary>
    public string? Decrypt(string cipher)
    {
        try
        {
            return Unseal(this.key, cipher);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Encrypts a text.</summary>
    public string Encrypt(string text) => Seal(this.key, text);

    private static string? OfEnvironment() => Environment.GetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE")
        ?? (Environment.GetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE_FILE") is { Length: > 0 } path && File.Exists(path) ? File.ReadAllText(path).TrimEnd('\r', '\n') : null);

    private static byte[] Derive(string passphrase, string salt) => Keys.GetOrAdd((passphrase, salt), pair => Rfc2898DeriveBytes.Pbkdf2(pair.Passphrase, Convert.FromBase64String(pair.Salt), Iterations, HashAlgorithmName.SHA256, 32));

    private static string Seal(byte[] key, string text)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[plain.Length + 16];
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, plain, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length));
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedText)}";
    }

    private static string Unseal(byte[] key, string cipher)
    {
        if (cipher.Split(':') is not ["v1", var nonce, var sealedText] || Convert.FromBase64String(nonce) is not { Length: 12 } start || Convert.FromBase64String(sealedText) is not { Length: >= 16 } bytes)
        {
            throw new FormatException();
        }

        var plain = new byte[bytes.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(start, bytes.AsSpan(0, plain.Length), bytes.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
