using System.Net;
using System.Net.Sockets;
using System.Text;
using LlmOpsSecure.Infra.Sandbox;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests.Sandbox;

/// <summary>What the real gate and the real Squid answer to a sandbox that tries to get out.</summary>
public sealed class EgressProxyTrafficTests
{
    [Fact]
    public async Task Only_listed_hosts_and_ports_pass_and_each_sandbox_only_so_often()
    {
        if (!RealProgram.Exists("haproxy") || !RealProgram.Exists("squid"))
        {
            return;
        }

        var sandbox = StackFile.Settings("agents").Sandboxes.Single(one => one.Name == "browser") with { ConnectionsPerMinute = 12 };
        using var folder = new TemporaryFolder();
        var (gate, port, probe) = (FreePort(), FreePort(), FreePort());
        var squidText = new SquidConfiguration(sandbox).ToString()
            .Replace("127.0.0.1:3129", $"127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace("http_port 3130", $"http_port 127.0.0.1:{probe}", StringComparison.Ordinal)
            .Replace("localport 3130", $"localport {probe}", StringComparison.Ordinal)
            .Replace("stdio:/dev/stdout", $"stdio:{folder.Path}/access.log", StringComparison.Ordinal)
            .Replace("stdio:/dev/stderr", $"stdio:{folder.Path}/cache.log", StringComparison.Ordinal)
            + "dns_nameservers 127.0.0.1\ndns_timeout 1 seconds\n";
        var gateText = new GateConfiguration(sandbox).ToString()
            .Replace($"bind :{EgressProxy.Port}", $"bind 127.0.0.1:{gate}", StringComparison.Ordinal)
            .Replace("127.0.0.1:3129", $"127.0.0.1:{port}", StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Path, (UnixFileMode)511); // Squid leaves root where it starts as root
        }

        using var squid = RealProgram.Start("squid", "-N", "-f", folder.Write("squid.conf", squidText));
        await squid.UntilAsync(() => Listens(probe));
        using var front = RealProgram.Start("haproxy", "-db", "-f", folder.Write("haproxy.cfg", gateText));
        await front.UntilAsync(() => Listens(gate));

        Assert.Equal("403", await Connect(gate, "CONNECT 169.254.169.254:443"));
        Assert.Equal("403", await Connect(gate, "CONNECT 168.63.129.16:443"));
        Assert.Equal("403", await Connect(gate, "CONNECT [::1]:443"));
        Assert.Equal("403", await Connect(gate, "CONNECT other.example.com:443"));
        Assert.Equal("403", await Connect(gate, "CONNECT intranet.example.com:443"));
        Assert.Equal("403", await Connect(gate, "CONNECT docs.example.com.evil.example:443"));
        Assert.Equal("403", await Connect(gate, "GET http://intranet.example.com:8443/"));
        Assert.StartsWith("50", await Connect(gate, "CONNECT intranet.example.com:8443"), StringComparison.Ordinal); // allowed, but no resolver answers here

        var answers = new List<string>();
        for (var count = 0; count < 12; count++)
        {
            answers.Add(await Connect(gate, "CONNECT other.example.com:443"));
        }

        Assert.Contains("refused", answers);
        var log = await File.ReadAllTextAsync(Path.Combine(folder.Path, "access.log"));
        Assert.Contains("\"class\":\"browser\",\"sandbox\":\"127.0.0.1\",\"method\":\"CONNECT\",\"to\":\"169.254.169.254:443\"", log, StringComparison.Ordinal);
    }

    private static async Task<bool> Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // The status of the answer, or "refused" where there is none.
    private static async Task<string> Connect(int port, string request)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{request} HTTP/1.1\r\nhost: {request.Split(' ')[1]}\r\n\r\n"));
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return (await reader.ReadLineAsync())?.Split(' ')[1] ?? "refused";
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            return "refused";
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
