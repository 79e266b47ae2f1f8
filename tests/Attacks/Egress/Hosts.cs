using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LlmOpsSecure.Attacks.Egress;

/// <summary>
/// Hosts that answer whoever reaches them, and remember it: TLS on the ports that are named, anything else on every other port of TCP and UDP.
/// Over TLS, <c>/bytes/N</c> answers with N bytes and <c>/to/URL</c> sends the caller to another place.
/// </summary>
internal sealed class Hosts : IDisposable
{
    private const int Anything = 9;

    private readonly ConcurrentQueue<string> reached;
    private readonly X509Certificate2 certificate;
    private readonly List<Socket> sockets = [];

    private Hosts(ConcurrentQueue<string> reached, X509Certificate2 certificate) => (this.reached, this.certificate) = (reached, certificate);

    /// <summary>Opens them in a namespace. What reaches one is added to the queue: the host's name and what it asked.</summary>
    public static async Task<Hosts> OpenAsync(NetworkSpace space, IReadOnlyDictionary<string, string> names, X509Certificate2 certificate, ConcurrentQueue<string> reached, params int[] secured)
    {
        var hosts = new Hosts(reached, certificate);
        await space.ExecAsync("nft", string.Create(CultureInfo.InvariantCulture, $"table ip ports {{\nchain arriving {{\ntype nat hook prerouting priority 0;\n{string.Concat(names.Keys.Select(address => string.Create(CultureInfo.InvariantCulture, $"ip daddr {address} tcp dport != {{ {string.Join(", ", secured.Append(Anything))} }} dnat to {address}:{Anything}\n")))}udp dport != {Anything} redirect to :{Anything}\n}}\n}}\n"));
        foreach (var (address, name) in names)
        {
            foreach (var port in secured)
            {
                hosts.Listen(space, new(IPAddress.Parse(address), port), socket => hosts.SecuredAsync(socket, name));
            }

            hosts.Listen(space, new(IPAddress.Parse(address), Anything), socket => hosts.PlainAsync(socket, name));
        }

        hosts.Datagrams(space);
        return hosts;
    }

    public void Dispose()
    {
        this.sockets.ForEach(socket => socket.Dispose());
        this.certificate.Dispose();
    }

    private void Listen(NetworkSpace space, IPEndPoint at, Func<Socket, Task> serve)
    {
        var listener = space.Socket(ProtocolType.Tcp, at);
        listener.Listen(512);
        this.sockets.Add(listener);
        _ = AcceptAsync(listener, serve);
    }

    private static async Task AcceptAsync(Socket listener, Func<Socket, Task> serve)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptAsync(), serve);
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException)
        {
            // the world has ended
        }
    }

    private static async Task ServeAsync(Socket socket, Func<Socket, Task> serve)
    {
        try
        {
            await serve(socket);
        }
        catch (Exception error) when (error is IOException or SocketException or AuthenticationException or ObjectDisposedException)
        {
            // the caller went away
        }
        finally
        {
            socket.Dispose();
        }
    }

    private void Datagrams(NetworkSpace space)
    {
        var socket = space.Socket(ProtocolType.Udp, new(IPAddress.Any, Anything));
        this.sockets.Add(socket);
        _ = ReceiveAsync();

        async Task ReceiveAsync()
        {
            try
            {
                while (true)
                {
                    await socket.ReceiveFromAsync(new byte[2048], new IPEndPoint(IPAddress.Any, 0));
                    this.reached.Enqueue("a datagram");
                }
            }
            catch (Exception error) when (error is ObjectDisposedException or SocketException)
            {
                // the world has ended
            }
        }
    }

    private async Task PlainAsync(Socket socket, string name)
    {
        this.reached.Enqueue($"{name}, plain");
        await socket.SendAsync("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"u8.ToArray());
    }

    private async Task SecuredAsync(Socket socket, string name)
    {
        await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: false));
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = this.certificate });
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            long length = 0;
            while (await reader.ReadLineAsync() is { Length: > 0 } header)
            {
                length = header.StartsWith("content-length: ", StringComparison.OrdinalIgnoreCase) ? long.Parse(header.AsSpan(16), CultureInfo.InvariantCulture) : length;
            }

            var path = line.Split(' ')[1];
            this.reached.Enqueue(name);
            await SkipAsync(reader, length);
            await AnswerAsync(stream, path);
        }
    }

    private static async Task SkipAsync(StreamReader reader, long length)
    {
        var buffer = new char[65_536];
        for (int read; length > 0 && (read = await reader.ReadAsync(buffer.AsMemory(0, (int)Math.Min(length, buffer.Length)))) > 0; length -= read)
        {
            // a body that nobody wants
        }
    }

    private static async Task AnswerAsync(SslStream stream, string path)
    {
        var bytes = path.StartsWith("/bytes/", StringComparison.Ordinal) ? int.Parse(path.AsSpan(7), CultureInfo.InvariantCulture) : 0;
        var head = path.StartsWith("/to/", StringComparison.Ordinal) ? $"HTTP/1.1 302 Found\r\nlocation: {path[4..]}\r\n" : "HTTP/1.1 200 OK\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}content-length: {bytes}\r\n\r\n"));
        await stream.WriteAsync(new byte[bytes]);
    }
}
