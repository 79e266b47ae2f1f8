using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>The cluster's resolver together with Cilium's proxy before it: a pod gets answers only for names that its policies list, and an answer opens the way to its addresses before the pod has it.</summary>
internal sealed class Resolver : IDisposable
{
    private readonly Socket socket;
    private readonly Func<string, IReadOnlyList<string>?> zone;
    private readonly Func<IPAddress, string, bool> allowed;
    private readonly Func<IPAddress, string, IReadOnlyList<string>, Task> opens;
    private readonly ConcurrentQueue<string> asked = new();

    /// <summary>Starts it on a socket. The zone gives the IPv4 addresses of a name, or null for none.</summary>
    public Resolver(Socket socket, Func<string, IReadOnlyList<string>?> zone, Func<IPAddress, string, bool> allowed, Func<IPAddress, string, IReadOnlyList<string>, Task> opens)
    {
        (this.socket, this.zone, this.allowed, this.opens) = (socket, zone, allowed, opens);
        _ = this.ServeAsync();
    }

    /// <summary>Every name that arrived, whether it was answered or not.</summary>
    public IReadOnlyCollection<string> Asked => this.asked;

    /// <summary>A question for the address of a name.</summary>
    public static byte[] Question(string name) =>
        [0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. name.Split('.').SelectMany(label => new[] { (byte)label.Length }.Concat(Encoding.ASCII.GetBytes(label))), 0, 0, 1, 0, 1];

    public void Dispose() => this.socket.Dispose();

    private async Task ServeAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var got = await this.socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
                await this.socket.SendToAsync(await this.AnswerAsync(buffer.AsMemory(0, got.ReceivedBytes), ((IPEndPoint)got.RemoteEndPoint).Address), got.RemoteEndPoint);
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException)
        {
            // the world has ended
        }
    }

    private async Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> question, IPAddress from)
    {
        var (name, end) = Name(question.Span);
        this.asked.Enqueue(name);
        var isAddress = BinaryPrimitives.ReadUInt16BigEndian(question.Span[end..]) == 1;
        var permitted = this.allowed(from, name);
        var known = permitted ? this.zone(name) : null;
        var addresses = isAddress && known is not null ? known : [];
        await this.opens(from, name, addresses);
        var answer = new List<byte>(question[..(end + 4)].ToArray());
        answer[2] = 0x81;
        answer[3] = (byte)(0x80 | (!permitted ? 5 : known is null ? 3 : 0)); // refused, no such name, fine
        (answer[6], answer[7]) = (0, (byte)addresses.Count);
        (answer[8], answer[9], answer[10], answer[11]) = (0, 0, 0, 0);
        foreach (var address in addresses)
        {
            answer.AddRange([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, .. IPAddress.Parse(address).GetAddressBytes()]); // may be kept for no time
        }

        return [.. answer];
    }

    // The name, and where the type begins.
    private static (string Name, int End) Name(ReadOnlySpan<byte> question)
    {
        var labels = new List<string>();
        var at = 12;
        while (question[at] != 0)
        {
            labels.Add(Encoding.ASCII.GetString(question.Slice(at + 1, question[at])));
            at += question[at] + 1;
        }

        return (string.Join('.', labels).ToLowerInvariant(), at + 1);
    }
}
