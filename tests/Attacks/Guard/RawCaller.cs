using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LlmOpsSecure.Attacks.Guard;

/// <summary>A caller that writes the bytes itself, because no library would.</summary>
internal sealed class RawCaller(int port, X509Certificate2? certificate, IPAddress? from)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>A request with a tenant, as text.</summary>
    public static string Request(string method, string target, string tenant, string body = "", string headers = "") =>
        $"{method} {target} HTTP/1.1\r\nhost: guard\r\nx-tenant-id: {tenant}\r\n{(body.Length == 0 ? "" : $"content-type: application/json\r\ncontent-length: {Encoding.UTF8.GetByteCount(body)}\r\n")}{headers}\r\n{body}";

    /// <summary>Opens a connection; the caller closes it.</summary>
    public async Task<SslStream> OpenAsync(string protocol = "http/1.1")
    {
        var client = new TcpClient(new IPEndPoint(from ?? IPAddress.Loopback, 0));
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false);
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [new SslApplicationProtocol(protocol)],
            ClientCertificates = certificate is null ? null : [certificate],
            RemoteCertificateValidationCallback = (_, presented, _, _) => presented is not null,
        });
        return stream;
    }

    /// <summary>The status of the answer to these bytes; <c>refused</c> where the handshake fails, <c>closed</c> where nothing is answered.</summary>
    public async Task<string> SendAsync(string bytes)
    {
        try
        {
            await using var stream = await this.OpenAsync();
            var writing = WriteAsync(stream, bytes); // read while it is written: who refuses does not wait for the rest, and closes
            var status = await StatusAsync(stream);
            await stream.DisposeAsync();
            await writing;
            return status;
        }
        catch (Exception error) when (error is IOException or SocketException or AuthenticationException)
        {
            return "refused";
        }
    }

    /// <summary>The status of the next answer.</summary>
    public static async Task<string> StatusAsync(Stream stream)
    {
        var head = await HeadAsync(stream);
        return head.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? head.Split(' ')[1] : "closed";
    }

    /// <summary>The next answer's status line and headers.</summary>
    public static async Task<string> HeadAsync(Stream stream)
    {
        using var patience = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, patience.Token) == 1)
        {
            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    private static async Task WriteAsync(Stream stream, string bytes)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // closed before all was written; what was answered says why
        }
    }
}
