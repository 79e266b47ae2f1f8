using System.Runtime.InteropServices;
using System.Text.Json;

namespace LlmOpsSecure.Policies.Model;

/// <summary>Texts and numbers of JSON documents, which repeat the same few short ones all the time: each of those is made once, as long as no other takes its slot.</summary>
internal static class JsonScalars
{
    private const int Longest = 24;

    private static readonly Kept?[] Slots = new Kept?[1 << 12];

    /// <summary>The value of a text or number.</summary>
    public static PropertyValue Of(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        if (raw.Length > Longest)
        {
            // The texts that stand for unknown values have 36 characters, and are written between quotes.
            return raw.Length == 38 && raw[9] == '-' && Markers.IsUnknown(element.GetString()!) ? PropertyValue.Unknown
                : element.ValueKind == JsonValueKind.String ? new JsonText(element) : Read(element);
        }

        ref var slot = ref Slots[Names.Hash(raw) % (uint)Slots.Length];
        if (slot is { } kept && raw.SequenceEqual(kept.Raw))
        {
            return kept.Value;
        }

        var read = Read(element);
        slot = new(raw.ToArray(), read);
        return read;
    }

    private static PropertyValue Read(JsonElement element) => element.ValueKind == JsonValueKind.String ? PropertyValue.Of(element.GetString()) : PropertyValue.Of(element.GetDouble());

    private sealed record Kept(byte[] Raw, PropertyValue Value);
}

/// <summary>A long text of a JSON document.</summary>
internal sealed class JsonText(JsonElement element) : PropertyValue(PropertyKind.Text)
{
    private readonly JsonElement element = element;
    private string? text;

    public override string Text => this.text ??= this.element.GetString()!;

    public override PropertyValue Unread => new JsonText(this.element);
}
