using Google.Protobuf;
using LlmOpsSecure.Protocol;

namespace Pulumi.Serialization;

/// <summary>Writes a tree as a <c>google.protobuf.Struct</c> or <c>Value</c>.</summary>
internal static class WireTree
{
    public static ByteString Struct(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var writer = new WireWriter();
        Write(writer, members.ToDictionary());
        return ByteString.CopyFrom(writer.Written.Span);
    }

    public static ByteString Value(object? tree)
    {
        var writer = new WireWriter(asValue: true);
        Write(writer, tree);
        return ByteString.CopyFrom(writer.Written.Span);
    }

    private static void Write(WireWriter writer, object? tree)
    {
        switch (tree)
        {
            case bool flag:
                writer.Boolean(flag);
                break;
            case double number:
                writer.Number(number);
                break;
            case string text:
                writer.Text(text);
                break;
            case List<object?> list:
                writer.StartList();
                foreach (var item in list)
                {
                    Write(writer, item);
                }

                writer.EndList();
                break;
            case Dictionary<string, object?> map:
                writer.StartMap();
                foreach (var (key, value) in map)
                {
                    writer.Key(key);
                    Write(writer, value);
                }

                writer.EndMap();
                break;
            default:
                writer.Null();
                break;
        }
    }
}
