using System.Net;
using System.Net.Sockets;

namespace LlmOpsSecure.CrossGuard.Tests;

public sealed class ProcessTests
{
    [Fact]
    public async Task The_pack_ends_when_the_engine_is_gone()
    {
        using var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start();
        using var pack = await StartedPack.StartOursAsync(engine.LocalEndpoint.ToString()!);
        using (var channel = Served.Connect(pack.Port))
        {
            Assert.NotEmpty((await new Protocol.Analyzer.AnalyzerClient(channel).GetAnalyzerInfoAsync(new())).Policies);
        }

        engine.Stop();
        var rest = await pack.Process.StandardOutput.ReadToEndAsync();
        await pack.Process.WaitForExitAsync();

        Assert.Equal("", rest);
        Assert.Equal(0, pack.Process.ExitCode);
    }
}
