using System.Security.Cryptography;
using System.Text;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Pulumi's passphrase encryption: PBKDF2 with SHA-256 and AES-256-GCM.</summary>
internal static class Passphrase
{
    private const int Iterations = 1_000_000;

    /// <summary>Decrypts a value of a stack file with the passphrase of the environment.</summary>
    public static string Decrypt(string file, string? salt, string cipher, string key)
    {
        var passphrase = Environment.GetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE")
            ?? (Environment.GetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE_FILE") is { Length: > 0 } path && File.Exists(path) ? File.ReadAllText(path).TrimEnd('\r', '\n') : null)
            ?? throw new InputException($"{file}: {key}", "the value is encrypted, and there is no passphrase: set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE");
        var parts = salt?.Split(':', 3);
        if (parts is not ["v1", _, _])
        {
            throw new InputException($"{file}: encryptionsalt", "the value is encrypted by a secrets provider other than a passphrase, which cannot be used here");
        }

        try
        {
            var secret = Rfc2898DeriveBytes.Pbkdf2(passphrase, Convert.FromBase64String(parts[1]), Iterations, HashAlgorithmName.SHA256, 32);
            if (Open(secret, parts[2]) != "pulumi")
            {
                throw new CryptographicException();
            }

            return Open(secret, cipher);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            throw new InputException($"{file}: {key}", "the passphrase is wrong");
        }
    }

    private static string Open(byte[] key, string cipher)
    {
        var parts = cipher.Split(':');
        if (parts is not ["v1", var nonce, var sealedText])
        {
            throw new FormatException();
        }

        var bytes = Convert.FromBase64String(sealedText);
        var plain = new byte[bytes.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(Convert.FromBase64String(nonce), bytes.AsSpan(0, plain.Length), bytes.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
