using LlmOpsSecure.Protocol;

namespace Pulumi;

/// <summary>The engine's side for resources, or what stands in for it in a test.</summary>
internal interface IMonitor
{
    Task<bool> SupportsFeatureAsync(string feature);

    Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    Task<CallResponse> CallAsync(ResourceCallRequest request);

    Task<string> RegisterPackageAsync(LlmOpsSecure.Protocol.RegisterPackageRequest request);

    Task SignalAndWaitForShutdownAsync();
}

/// <summary>The engine's side for messages, or what stands in for it in a test.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);

    Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request);
}
