using System.Net;
using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Policies.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>Runs a program against simulated providers, as the Pulumi engine runs it against real ones.</summary>
internal static class EmbeddedEngine
{
    /// <summary>Runs a preview or a simulated update.</summary>
    /// <param name="project">The project.</param>
    /// <param name="request">What to do.</param>
    /// <param name="kit">The kit's own pack, ready to judge; null if it is not to.</param>
    /// <param name="choices">The other packs.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellation">Interrupts the run: what was made so far is the result.</param>
    public static async Task<OperationResult> RunAsync(ProjectFile project, OperationRequest request, PolicySession? kit, IReadOnlyList<PackChoice> choices, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report(project.Binary is null && project.Runtime == "dotnet" ? "building the program" : "starting the program");
        var start = await ProgramHost.PrepareAsync(project, cancellation);
        using var operation = new ResourceOperation(project, request, progress);
        await using var server = Build(operation);
        await server.StartAsync(cancellation);
        var address = $"127.0.0.1:{new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}";
        var packs = new List<IPolicyAnalyzer>();
        try
        {
            await StartPacksAsync(packs, project, request, kit, choices, start.WorkingDirectory, address, operation.Log, progress, cancellation);
            operation.Use(packs);
            await RunProgramAsync(start, project, request, address, operation, progress, cancellation);
            return await operation.FinishAsync(CancellationToken.None);
        }
        finally
        {
            foreach (var pack in packs)
            {
                await pack.DisposeAsync();
            }
        }
    }

    private static async Task RunProgramAsync(System.Diagnostics.ProcessStartInfo start, ProjectFile project, OperationRequest request, string address, ResourceOperation operation, IProgress<string> progress, CancellationToken cancellation)
    {
        try
        {
            progress.Report("running the program");
            await ProgramHost.RunAsync(start, project, request, address, line => operation.Log.Add("info", "", line), () => operation.HasFailed, cancellation);
        }
        catch (ProgramException error)
        {
            operation.Log.Add("error", "", error.Message);
        }
        catch (OperationCanceledException)
        {
            operation.Log.Add("error", "", "the run was interrupted");
        }
    }

    private static async Task StartPacksAsync(
        List<IPolicyAnalyzer> packs, ProjectFile project, OperationRequest request, PolicySession? kit, IReadOnlyList<PackChoice> choices, string workingFolder, string address, RunLog log, IProgress<string> progress, CancellationToken cancellation)
    {
        if (kit is not null)
        {
            packs.Add(new KitAnalyzer(kit, project, request));
        }

        foreach (var choice in choices)
        {
            progress.Report($"starting the policy pack {choice.Path}");
            packs.Add(await PackProcess.StartAsync(choice, project, request, workingFolder, address, (severity, line) => log.Add(severity, "", line), cancellation));
        }
    }

    private static WebApplication Build(ResourceOperation operation)
    {
        // Empty: no settings from the project's folder, which a default server would watch with all that is below it, and none from the environment.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            options.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddRoutingCore();
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
