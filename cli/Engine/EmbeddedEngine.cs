using System.Net;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Runs a program against simulated providers, as the Pulumi engine runs it against real ones.</summary>
internal static class EmbeddedEngine
{
    /// <summary>Runs a preview or a simulated update.</summary>
    /// <param name="project">The project.</param>
    /// <param name="request">What to do.</param>
    /// <param name="policies">Judges the resources.</param>
    /// <param name="progress">Hears how many resources there are.</param>
    /// <param name="cancellation">Interrupts the run.</param>
    public static async Task<OperationResult> RunAsync(ProjectFile project, OperationRequest request, PolicySession policies, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report(project.Binary is null && project.Runtime == "dotnet" ? "building the program" : "starting the program");
        var start = await ProgramHost.PrepareAsync(project, cancellation);
        var operation = new ResourceOperation(project, request, policies, progress);
        await using var server = Build(operation);
        await server.StartAsync(cancellation);
        var address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        try
        {
            await ProgramHost.RunAsync(start, project, request, $"127.0.0.1:{address.Port}", operation.Say, () => operation.HasFailed, cancellation);
        }
        catch (ProgramException error)
        {
            operation.Fail("", error.Message);
        }

        return operation.Finish();
    }

    private static WebApplication Build(ResourceOperation operation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            options.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = 400 * 1024 * 1024;
            options.MaxSendMessageSize = 400 * 1024 * 1024;
        });
        builder.Services.AddSingleton(new MonitorService(operation));
        builder.Services.AddSingleton(new EngineService(operation));
        var server = builder.Build();
        server.MapGrpcService<MonitorService>();
        server.MapGrpcService<EngineService>();
        return server;
    }
}
