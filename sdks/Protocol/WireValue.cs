using System.Buffers.Binary;
using System.Text;

namespace LlmOpsSecure.Protocol;

/// <summary>
/// One <c>google.protobuf.Value</c>, read where it lies in the received bytes: nothing is decoded before it is asked for, and nesting has no limit.
/// Malformed bytes throw <see cref="InvalidDataException"/> when they are reached.
/// </summary>
public readonly struct WireValue
{
    private readonly ReadOnlyMemory<byte> content;
    private readonly double number;

    private WireValue(WireKind kind, ReadOnlyMemory<byte> content, double number = 0)
    {
        this.Kind = kind;
        this.content = content;
        this.number = number;
    }

    /// <summary>What kind of value this is.</summary>
    public WireKind Kind { get; }

    /// <summary>The truth value; false unless <see cref="Kind"/> is <see cref="WireKind.Boolean"/>.</summary>
    public bool Boolean => this.Kind == WireKind.Boolean && this.number != 0;

    /// <summary>The number; 0 unless <see cref="Kind"/> is <see cref="WireKind.Number"/>.</summary>
    public double Number => this.Kind == WireKind.Number ? this.number : 0;

    /// <summary>The UTF-8 bytes of the text; empty unless <see cref="Kind"/> is <see cref="WireKind.Text"/>.</summary>
    public ReadOnlySpan<byte> Utf8 => this.Kind == WireKind.Text ? this.content.Span : default;

    /// <summary>The text, decoded anew at each call.</summary>
    public string Text => Encoding.UTF8.GetString(this.Utf8);

    /// <summary>The members of a map, in wire order; a name that comes twice counts with its last value. Empty for other kinds.</summary>
    public MemberSequence Members => new(this.Kind == WireKind.Map ? this.content : default);

    /// <summary>The items of a list, in order. Empty for other kinds.</summary>
    public ItemSequence Items => new(this.Kind == WireKind.List ? this.content : default);

    /// <summary>The map that a serialised <c>google.protobuf.Struct</c> holds.</summary>
    public static WireValue FromStruct(ReadOnlyMemory<byte> message) => new(WireKind.Map, message);

    /// <summary>The value that a serialised <c>google.protobuf.Value</c> holds.</summary>
    public static WireValue FromValue(ReadOnlyMemory<byte> message)
    {
        var value = default(WireValue);
        for (var at = 0; at < message.Length;)
        {
            var field = Field.Read(message, ref at);
            value = field.Tag switch
            {
                0x08 => default,
                0x11 => new WireValue(WireKind.Number, default, BitConverter.Int64BitsToDouble((long)field.Bits)),
                0x1A => new WireValue(WireKind.Text, field.Bytes),
                0x20 => new WireValue(WireKind.Boolean, default, field.Bits == 0 ? 0 : 1),
                0x2A => new WireValue(WireKind.Map, field.Bytes),
                0x32 => new WireValue(WireKind.List, field.Bytes),
                _ => value,
            };
        }

        return value;
    }

    /// <summary>The members of a map.</summary>
    public readonly struct MemberSequence(ReadOnlyMemory<byte> content)
    {
        /// <summary>Enumerates without allocating.</summary>
        public MemberEnumerator GetEnumerator() => new(content);
    }

    /// <summary>The items of a list.</summary>
    public readonly struct ItemSequence(ReadOnlyMemory<byte> content)
    {
        /// <summary>Enumerates without allocating.</summary>
        public ItemEnumerator GetEnumerator() => new(content);
    }

    /// <summary>Walks over the members of a map.</summary>
    public struct MemberEnumerator(ReadOnlyMemory<byte> content)
    {
        private readonly ReadOnlyMemory<byte> content = content;
        private int at;
        private ReadOnlyMemory<byte> value;

        /// <summary>The member's name in UTF-8.</summary>
        public ReadOnlyMemory<byte> Name { get; private set; }

        /// <summary>The member's value.</summary>
        public readonly WireValue Value => FromValue(this.value);

        /// <summary>This enumerator: a member is read through <see cref="Name"/> and <see cref="Value"/>.</summary>
        public readonly MemberEnumerator Current => this;

        /// <summary>Goes to the next member.</summary>
        public bool MoveNext()
        {
            while (this.at < this.content.Length)
            {
                var entry = Field.Read(this.content, ref this.at);
                if (entry.Tag != 0x0A)
                {
                    continue;
                }

                (this.Name, this.value) = (default, default);
                for (var inner = 0; inner < entry.Bytes.Length;)
                {
                    var field = Field.Read(entry.Bytes, ref inner);
                    if (field.Tag == 0x0A)
                    {
                        this.Name = field.Bytes;
                    }
                    else if (field.Tag == 0x12)
                    {
                        this.value = field.Bytes;
                    }
                }

                return true;
            }

            return false;
        }
    }

    /// <summary>Walks over the items of a list.</summary>
    public struct ItemEnumerator(ReadOnlyMemory<byte> content)
    {
        private readonly ReadOnlyMemory<byte> content = content;
        private int at;

        /// <summary>The item.</summary>
        public WireValue Current { get; private set; }

        /// <summary>Goes to the next item.</summary>
        public bool MoveNext()
        {
            while (this.at < this.content.Length)
            {
                var item = Field.Read(this.content, ref this.at);
                if (item.Tag == 0x0A)
                {
                    this.Current = FromValue(item.Bytes);
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>One field of a message: its tag and what it holds.</summary>
    private readonly record struct Field(ulong Tag, ulong Bits, ReadOnlyMemory<byte> Bytes)
    {
        public static Field Read(ReadOnlyMemory<byte> message, ref int at)
        {
            var tag = ReadVarint(message.Span, ref at);
            switch (tag & 7)
            {
                case 0:
                    return new(tag, ReadVarint(message.Span, ref at), default);
                case 1:
                    var bits = BinaryPrimitives.ReadUInt64LittleEndian(Take(message, ref at, 8).Span);
                    return new(tag, bits, default);
                case 2:
                    var length = ReadVarint(message.Span, ref at);
                    return new(tag, 0, Take(message, ref at, length));
                case 5:
                    return new(tag, BinaryPrimitives.ReadUInt32LittleEndian(Take(message, ref at, 4).Span), default);
                default:
                    throw new InvalidDataException($"A property value must be a google.protobuf.Struct, but byte {at} starts a field of wire type {tag & 7}.");
            }
        }

        private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> message, ref int at, ulong length)
        {
            if (length > (ulong)(message.Length - at))
            {
                throw new InvalidDataException($"A property value must be whole, but {length} bytes are announced at byte {at} of {message.Length}.");
            }

            var taken = message.Slice(at, (int)length);
            at += (int)length;
            return taken;
        }

        private static ulong ReadVarint(ReadOnlySpan<byte> span, ref int at)
        {
            ulong value = 0;
            for (var shift = 0; shift < 64; shift += 7)
            {
                if (at >= span.Length)
                {
                    break;
                }

                var b = span[at++];
                value |= (ulong)(b & 0x7F) << shift;
                if (b < 0x80)
                {
                    return value;
                }
            }

            throw new InvalidDataException($"A property value must be whole, but a number breaks off at byte {at}.");
        }
    }
}
