using System.Text;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>HTTP/2 by hand: one request whose headers are written letter by letter, and how it was answered.</summary>
internal static class Http2Frames
{
    private static readonly byte[] Preface = Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

    /// <summary><c>200</c>, <c>refused</c> for any other answer or reset, <c>closed</c> for none.</summary>
    public static async Task<string> SendAsync(RawCaller caller, IReadOnlyList<(string Name, string Value)> headers, string? body = null)
    {
        await using var stream = await caller.OpenAsync("h2");
        var block = headers.SelectMany(header => Literal(header.Name, header.Value)).ToArray();
        byte[] bytes = [.. Preface, .. Frame(4, 0, 0, []), .. Frame(1, (byte)(body is null ? 5 : 4), 1, block), .. body is null ? [] : Frame(0, 1, 1, Encoding.ASCII.GetBytes(body))];
        await stream.WriteAsync(bytes);
        try
        {
            return await AnswerAsync(stream);
        }
        catch (IOException)
        {
            return "closed";
        }
    }

    private static async Task<string> AnswerAsync(Stream stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(45));
        var head = new byte[9];
        while (await stream.ReadAtLeastAsync(head, 9, throwOnEndOfStream: false, patience.Token) == 9)
        {
            var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            await stream.ReadExactlyAsync(payload, patience.Token);
            switch (head[3])
            {
                case 1:
                    return payload[0] == 0x88 ? "200" : "refused"; // 0x88 is the short form of :status 200
                case 3 or 7:
                    return "refused"; // the stream is reset, or the connection is given up
            }
        }

        return "closed";
    }

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload) =>
        [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, 0, 0, 0, (byte)stream, .. payload];

    // A header without index and without Huffman code; short names and values only.
    private static byte[] Literal(string name, string value)
    {
        var (key, text) = (Encoding.Latin1.GetBytes(name), Encoding.Latin1.GetBytes(value));
        Assert.InRange(Math.Max(key.Length, text.Length), 0, 126);
        return [0, (byte)key.Length, .. key, (byte)text.Length, .. text];
    }
}
