using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What a program says to the engine besides resources.</summary>
internal sealed class EngineService(ResourceOperation operation) : LlmOpsSecure.Protocol.Engine.EngineBase
{
    private const int MaxMessage = 20_000;

    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        if (request.Severity != LogSeverity.Debug && !request.Ephemeral)
        {
            var text = request.Message.Length > MaxMessage ? request.Message[..MaxMessage] + "…" : request.Message;
            operation.Log.Add(request.Severity switch { LogSeverity.Error => "error", LogSeverity.Warning => "warning", _ => "info" }, request.Urn, text.TrimEnd('\n'));
        }

        return Task.FromResult(new Empty());
    }

    public override Task<GetRootResourceResponse> GetRootResource(GetRootResourceRequest request, ServerCallContext context) => Task.FromResult(new GetRootResourceResponse { Urn = operation.RootUrn });

    public override Task<SetRootResourceResponse> SetRootResource(SetRootResourceRequest request, ServerCallContext context) => Task.FromResult(new SetRootResourceResponse());

    public override Task<RequirePulumiVersionResponse> RequirePulumiVersion(RequirePulumiVersionRequest request, ServerCallContext context) => Task.FromResult(new RequirePulumiVersionResponse());
}
