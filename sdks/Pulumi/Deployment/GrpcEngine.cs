using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using LlmOpsSecure.Protocol;

namespace Pulumi;

/// <summary>The engine, reached over gRPC on this machine.</summary>
internal sealed class GrpcEngine : IMonitor, IEngine
{
    private const int MaxMessageBytes = 400 * 1024 * 1024;

    private readonly ResourceMonitor.ResourceMonitorClient monitor;
    private readonly Engine.EngineClient engine;

    public GrpcEngine(string monitorAddress, string engineAddress)
    {
        this.monitor = new(Open(monitorAddress));
        this.engine = new(Open(engineAddress));
    }

    public async Task<bool> SupportsFeatureAsync(string feature) => (await this.monitor.SupportsFeatureAsync(new SupportsFeatureRequest { Id = feature }).ConfigureAwait(false)).HasSupport;

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) => await this.monitor.RegisterResourceAsync(request).ConfigureAwait(false);

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) => await this.monitor.ReadResourceAsync(request).ConfigureAwait(false);

    public async Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => await this.monitor.RegisterResourceOutputsAsync(request).ConfigureAwait(false);

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => await this.monitor.InvokeAsync(request).ConfigureAwait(false);

    public async Task<CallResponse> CallAsync(ResourceCallRequest request) => await this.monitor.CallAsync(request).ConfigureAwait(false);

    public async Task<string> RegisterPackageAsync(LlmOpsSecure.Protocol.RegisterPackageRequest request) => (await this.monitor.RegisterPackageAsync(request).ConfigureAwait(false)).Ref;

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await this.monitor.SignalAndWaitForShutdownAsync(new Empty()).ConfigureAwait(false);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unimplemented)
        {
            // An engine that does not know the call does not wait for it either.
        }
    }

    public async Task LogAsync(LogRequest request) => await this.engine.LogAsync(request).ConfigureAwait(false);

    public async Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request)
    {
        try
        {
            await this.engine.RequirePulumiVersionAsync(request).ConfigureAwait(false);
        }
        catch (RpcException error)
        {
            throw new RequiredVersionException(error.StatusCode == StatusCode.Unimplemented
                ? "The installed version of the CLI does not support the `RequirePulumiVersion` RPC. Please upgrade the Pulumi CLI"
                : error.Status.Detail);
        }
    }

    private static GrpcChannel Open(string address) => GrpcChannel.ForAddress($"http://{address}", new GrpcChannelOptions
    {
        MaxReceiveMessageSize = MaxMessageBytes,
        MaxSendMessageSize = MaxMessageBytes,
        MaxRetryBufferSize = null,
        HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseProxy = false },
    });

    private sealed class RequiredVersionException(string message) : Exception(message);
}
