namespace LlmOpsSecure.Protocol;

/// <summary>The texts by which the Pulumi protocol tells special property values from plain ones.</summary>
public static class Signatures
{
    /// <summary>The key that marks a map as a special value; its value says which.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    /// <summary>A secret; the value is under <c>value</c> (in state files <c>ciphertext</c> or <c>plaintext</c>).</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>An asset: <c>text</c>, <c>path</c> or <c>uri</c>.</summary>
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary>An archive: <c>assets</c>, <c>path</c> or <c>uri</c>.</summary>
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary>A reference to a resource: <c>urn</c>, <c>id</c>.</summary>
    public const string Resource = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>An output value: <c>value</c> (absent = unknown), <c>secret</c>, <c>dependencies</c>.</summary>
    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>The text that stands for an unknown value of any type; the only one that SDKs send.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Every text that stands for an unknown value, by the type of value it stands for.</summary>
    public static readonly IReadOnlySet<string> AllUnknown = new HashSet<string>(StringComparer.Ordinal)
    {
        Unknown,
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
        "030794c1-ac77-496b-92df-f27374a8bd58", // asset
        "e48ece36-62e2-4504-bad9-02848725956a", // archive
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // map
    };
}
