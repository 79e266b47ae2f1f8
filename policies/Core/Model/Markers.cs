namespace LlmOpsSecure.Policies.Model;

/// <summary>How Pulumi writes special values in JSON: a map with a signature, or a text that stands for an unknown value. Source: the Pulumi protocol.</summary>
public static class Markers
{
    /// <summary>The key that marks a map as a special value.</summary>
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";

    /// <summary>Signature of a secret: <c>value</c>, or in state files <c>plaintext</c> (JSON text) or <c>ciphertext</c>.</summary>
    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>Signature of an asset.</summary>
    public const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary>Signature of an archive.</summary>
    public const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary>Signature of a reference to a resource.</summary>
    public const string ResourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>Signature of an output value.</summary>
    public const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>The text by which SDKs say that a value is unknown.</summary>
    public const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Whether a text stands for an unknown value of any type.</summary>
    public static bool IsUnknown(string text) => text.Length == 36 && text switch
    {
        UnknownText
            or "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7" // boolean
            or "3eeb2bf0-c639-47a8-9e75-3b44932eb421" // number
            or "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2" // list
            or "030794c1-ac77-496b-92df-f27374a8bd58" // asset
            or "e48ece36-62e2-4504-bad9-02848725956a" // archive
            or "dd056dcd-154b-4c76-9bd3-c8f88648b5ff" => true, // map
        _ => false,
    };
}
