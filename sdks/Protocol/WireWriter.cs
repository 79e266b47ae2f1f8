using System.Buffers.Binary;
using System.Text;

namespace LlmOpsSecure.Protocol;

/// <summary>Writes a <c>google.protobuf.Struct</c> (or <c>Value</c>) value by value, at any depth, without an object tree in between.</summary>
/// <remarks>A map is written as StartMap, (Key, value)*, EndMap; a list as StartList, value*, EndList. The first StartMap is the Struct itself.</remarks>
public sealed class WireWriter
{
    private readonly Stack<Frame> frames = new();
    private readonly Stack<int> starts = new();
    private readonly bool asValue;
    private byte[] buffer = new byte[256];
    private int length;

    /// <summary>Starts an empty message: a <c>Struct</c>, or a <c>Value</c> if <paramref name="asValue"/> is set.</summary>
    public WireWriter(bool asValue = false) => this.asValue = asValue;

    private enum Frame
    {
        Map,
        List,
    }

    /// <summary>The bytes written so far; the message is whole once every map and list has ended.</summary>
    public ReadOnlyMemory<byte> Written => this.buffer.AsMemory(0, this.length);

    /// <summary>Names the next value of the map that is open.</summary>
    public void Key(string name)
    {
        this.Begin(0x0A);
        this.LengthDelimited(0x0A, name);
    }

    /// <summary>Opens a map.</summary>
    public void StartMap() => this.Start(Frame.Map, 0x2A);

    /// <summary>Ends the map that is open.</summary>
    public void EndMap() => this.End();

    /// <summary>Opens a list.</summary>
    public void StartList() => this.Start(Frame.List, 0x32);

    /// <summary>Ends the list that is open.</summary>
    public void EndList() => this.End();

    /// <summary>Writes null.</summary>
    public void Null()
    {
        this.OpenValue();
        this.Byte(0x08);
        this.Byte(0);
        this.CloseValue();
    }

    /// <summary>Writes true or false.</summary>
    public void Boolean(bool value)
    {
        this.OpenValue();
        this.Byte(0x20);
        this.Byte(value ? (byte)1 : (byte)0);
        this.CloseValue();
    }

    /// <summary>Writes a number.</summary>
    public void Number(double value)
    {
        this.OpenValue();
        this.Byte(0x11);
        this.Reserve(8);
        BinaryPrimitives.WriteDoubleLittleEndian(this.buffer.AsSpan(this.length), value);
        this.length += 8;
        this.CloseValue();
    }

    /// <summary>Writes text.</summary>
    public void Text(string value)
    {
        this.OpenValue();
        this.LengthDelimited(0x1A, value);
        this.CloseValue();
    }

    /// <summary>Writes a value as it was received.</summary>
    public void Copy(WireValue value)
    {
        switch (value.Kind)
        {
            case WireKind.Boolean:
                this.Boolean(value.Boolean);
                break;
            case WireKind.Number:
                this.Number(value.Number);
                break;
            case WireKind.Text:
                this.Text(value.Text);
                break;
            case WireKind.List:
                this.StartList();
                foreach (var item in value.Items)
                {
                    this.Copy(item);
                }

                this.EndList();
                break;
            case WireKind.Map:
                this.StartMap();
                foreach (var member in value.Members)
                {
                    this.Key(Encoding.UTF8.GetString(member.Name.Span));
                    this.Copy(member.Value);
                }

                this.EndMap();
                break;
            default:
                this.Null();
                break;
        }
    }

    private void Start(Frame frame, byte tag)
    {
        if (this.frames.Count > 0 || this.asValue)
        {
            this.OpenValue();
            this.Begin(tag);
        }

        this.frames.Push(frame);
    }

    private void End()
    {
        this.frames.Pop();
        if (this.frames.Count > 0 || this.asValue)
        {
            this.Finish();
            this.CloseValue();
        }
    }

    private void OpenValue()
    {
        if (this.frames.TryPeek(out var frame))
        {
            this.Begin(frame == Frame.Map ? (byte)0x12 : (byte)0x0A);
        }
    }

    private void CloseValue()
    {
        if (this.frames.TryPeek(out var frame))
        {
            this.Finish();
            if (frame == Frame.Map)
            {
                this.Finish();
            }
        }
    }

    /// <summary>Opens a length-delimited field whose length is not known yet; one byte is kept free for it.</summary>
    private void Begin(byte tag)
    {
        this.Byte(tag);
        this.Byte(0);
        this.starts.Push(this.length);
    }

    /// <summary>Writes the length of the field that was opened last; a length of more than one byte moves the content.</summary>
    private void Finish()
    {
        var start = this.starts.Pop();
        var size = this.length - start;
        var extra = VarintLength(size) - 1;
        if (extra > 0)
        {
            this.Reserve(extra);
            this.buffer.AsSpan(start, size).CopyTo(this.buffer.AsSpan(start + extra));
            this.length += extra;
        }

        WriteVarint(this.buffer.AsSpan(start - 1), size);
    }

    private void LengthDelimited(byte tag, string text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        this.Byte(tag);
        this.Reserve(size + 5);
        this.length += WriteVarint(this.buffer.AsSpan(this.length), size);
        this.length += Encoding.UTF8.GetBytes(text, this.buffer.AsSpan(this.length));
    }

    private void Byte(byte value)
    {
        this.Reserve(1);
        this.buffer[this.length++] = value;
    }

    private void Reserve(int count)
    {
        if (this.buffer.Length - this.length < count)
        {
            Array.Resize(ref this.buffer, Math.Max(this.buffer.Length * 2, this.length + count));
        }
    }

    private static int VarintLength(int value)
    {
        var bytes = 1;
        for (; value >= 0x80; value >>= 7)
        {
            bytes++;
        }

        return bytes;
    }

    private static int WriteVarint(Span<byte> span, int value)
    {
        var at = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[at++] = (byte)(value | 0x80);
        }

        span[at++] = (byte)value;
        return at;
    }
}
