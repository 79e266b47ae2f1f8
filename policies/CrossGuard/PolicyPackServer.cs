using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LlmOpsSecure.Policies.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LlmOpsSecure.CrossGuard;

/// <summary>Serves a policy pack to the Pulumi engine: the port on the first line of standard output, then gRPC on 127.0.0.1 until the engine is gone.</summary>
public static class PolicyPackServer
{
    private const int MaxMessageBytes = 400 * 1024 * 1024;

    /// <summary>Serves the pack until the engine ends it.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="arguments">The command line: the last argument that is no flag is the engine's address.</param>
    /// <param name="standardOutput">Takes the port line and nothing else.</param>
    /// <param name="standardError">Takes what goes wrong beside the protocol, such as a report file that cannot be written.</param>
    /// <param name="stop">Ends the server as the end of the engine does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(PolicyPack pack, string[] arguments, TextWriter standardOutput, TextWriter standardError, CancellationToken stop = default)
    {
        using var reports = ReportFiles.FromEnvironment(pack, standardError);
        var analyzer = new PolicyAnalyzer(pack, reports);
        await using var server = Build(new AnalyzerService(analyzer, pack.Version));
        await server.StartAsync(stop).ConfigureAwait(false);
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await standardOutput.WriteLineAsync(new Uri(address).Port.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        await standardOutput.FlushAsync(stop).ConfigureAwait(false);

        using var stopping = new CancellationTokenSource();
        server.Lifetime.ApplicationStopping.Register(stopping.Cancel);
        var engine = arguments.LastOrDefault(argument => !argument.StartsWith('-'));
        var watch = WatchEngineAsync(engine, server.Lifetime, stopping.Token);
        await server.WaitForShutdownAsync(stop).ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
        await watch.ConfigureAwait(false);
        reports.Write();
        return 0;
    }

    private static WebApplication Build(AnalyzerService service)
    {
        // Empty: no settings from the program's folder, which a default server would watch with all that is below it, and none from the environment; standard output is the protocol's.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            options.Limits.MaxRequestBodySize = null;
            options.Limits.MinRequestBodyDataRate = null;
            options.Limits.Http2.InitialConnectionWindowSize = 1 << 24;
            options.Limits.Http2.InitialStreamWindowSize = 1 << 23;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = MaxMessageBytes;
            options.MaxSendMessageSize = MaxMessageBytes;
        });
        builder.Services.AddSingleton(service);
        var server = builder.Build();
        server.MapGrpcService<AnalyzerService>();
        return server;
    }

    // An engine that was killed says nothing; its port does.
    private static async Task WatchEngineAsync(string? engine, IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        if (engine is null || !IPEndPoint.TryParse(engine.Replace("localhost", "127.0.0.1", StringComparison.Ordinal), out var address) || address.Port == 0)
        {
            return;
        }

        try
        {
            for (var missed = 0; missed < 3;)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(false);
                try
                {
                    using var probe = new TcpClient();
                    await probe.ConnectAsync(address, stopping).ConfigureAwait(false);
                    missed = 0;
                }
                catch (SocketException)
                {
                    missed++;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lifetime.StopApplication();
    }
}
