using System.Net;
using System.Net.Sockets;

namespace LlmOpsSecure.CrossGuard.Tests;

public sealed class ProcessTests
{
    [Fact]
    public async Task The_pack_takes_no_settings_from_the_folder_of_the_program()
    {
        var folder = Directory.CreateTempSubdirectory("llmops-pack-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), """{ "Kestrel": { "Endpoints": { "Other": { "Url": "no address" } } } }""");
            using var pack = await StartedPack.StartAsync(folder.FullName, "dotnet", [Path.Combine(AppContext.BaseDirectory, "llmops-policies.dll"), "127.0.0.1:0"]);
            using var channel = Served.Connect(pack.Port);
            Assert.NotEmpty((await new Protocol.Analyzer.AnalyzerClient(channel).GetAnalyzerInfoAsync(new())).Policies);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

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
