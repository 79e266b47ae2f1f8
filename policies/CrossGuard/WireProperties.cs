using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.CrossGuard;

/// <summary>Property values over the bytes of the wire: read where they lie, when somebody asks, and written back.</summary>
public static class WireProperties
{
    /// <summary>The map that a serialised <c>google.protobuf.Struct</c> holds. Malformed bytes throw <see cref="InvalidDataException"/> when they are reached.</summary>
    public static PropertyValue FromStruct(ReadOnlyMemory<byte> message) => WirePropertyValue.From(WireValue.FromStruct(message)) is { Kind: PropertyKind.Map } map ? map : PropertyValue.MapOf([]);

    /// <summary>The serialised <c>google.protobuf.Struct</c> of a map. Nesting deeper than 1,000 levels throws <see cref="InvalidDataException"/>.</summary>
    public static byte[] ToStruct(PropertyValue map)
    {
        var writer = new WireWriter();
        Write(writer, map, 0);
        return writer.Written.ToArray();
    }

    private static void Write(WireWriter writer, PropertyValue value, int depth)
    {
        if (depth > WirePropertyValue.MaxDepth)
        {
            throw new InvalidDataException($"A property value must be nested at most {WirePropertyValue.MaxDepth} levels deep.");
        }

        switch (value.Kind)
        {
            case PropertyKind.Boolean:
                writer.Boolean(value.Boolean);
                break;
            case PropertyKind.Number:
                writer.Number(value.Number);
                break;
            case PropertyKind.Text:
                writer.Text(value.Text);
                break;
            case PropertyKind.Unknown:
                writer.Text(value is WirePropertyValue { Sentinel: { } sentinel } ? sentinel : Signatures.Unknown);
                break;
            case PropertyKind.List:
                writer.StartList();
                foreach (var item in value.Items)
                {
                    Write(writer, item, depth + 1);
                }

                writer.EndList();
                break;
            case PropertyKind.Map:
                writer.StartMap();
                foreach (var (name, member) in value.Members)
                {
                    writer.Key(name);
                    Write(writer, member, depth + 1);
                }

                writer.EndMap();
                break;
            case PropertyKind.Secret:
                writer.StartMap();
                writer.Key(Signatures.Key);
                writer.Text(Signatures.Secret);
                writer.Key("value");
                Write(writer, value.Inner, depth + 1);
                writer.EndMap();
                break;
            case PropertyKind.Asset:
                writer.StartMap();
                writer.Key(Signatures.Key);
                writer.Text(value["assets"] is null && value is not WirePropertyValue { IsArchive: true } ? Signatures.Asset : Signatures.Archive);
                foreach (var (name, member) in value.Members)
                {
                    writer.Key(name);
                    Write(writer, member, depth + 1);
                }

                writer.EndMap();
                break;
            default:
                writer.Null();
                break;
        }
    }
}
