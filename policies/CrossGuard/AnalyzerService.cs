using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.CrossGuard;

/// <summary>The gRPC face of a <see cref="PolicyAnalyzer"/>. Malformed messages and refused settings become errors of the call, never of the process.</summary>
internal sealed class AnalyzerService(PolicyAnalyzer analyzer, string version) : Analyzer.AnalyzerBase
{
    public override Task<AnalyzerHandshakeResponse> Handshake(AnalyzerHandshakeRequest request, ServerCallContext context) => Task.FromResult(new AnalyzerHandshakeResponse());

    public override Task<AnalyzerInfo> GetAnalyzerInfo(Empty request, ServerCallContext context) => Task.FromResult(analyzer.Info());

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) => Task.FromResult(new PluginInfo { Version = version });

    public override Task<AnalyzerStackConfigureResponse> ConfigureStack(AnalyzerStackConfigureRequest request, ServerCallContext context) => Guarded(() =>
    {
        analyzer.ConfigureStack(request);
        return new AnalyzerStackConfigureResponse();
    });

    public override Task<Empty> Configure(ConfigureAnalyzerRequest request, ServerCallContext context) => Guarded(() =>
    {
        analyzer.Configure(request);
        return new Empty();
    });

    public override Task<AnalyzeResponse> Analyze(AnalyzeRequest request, ServerCallContext context) => Guarded(() => analyzer.Analyze(request));

    public override Task<AnalyzeResponse> AnalyzeStack(AnalyzeStackRequest request, ServerCallContext context) => Guarded(() => analyzer.AnalyzeStack(request));

    public override Task<RemediateResponse> Remediate(AnalyzeRequest request, ServerCallContext context) => Guarded(() => analyzer.Remediate(request));

    public override Task<Empty> Cancel(Empty request, ServerCallContext context) => Guarded(() =>
    {
        analyzer.Cancel();
        return new Empty();
    });

    private static Task<T> Guarded<T>(Func<T> body)
    {
        try
        {
            return Task.FromResult(body());
        }
        catch (InvalidDataException error)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, error.Message));
        }
        catch (PolicySettingsException error)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, error.Message));
        }
    }
}
