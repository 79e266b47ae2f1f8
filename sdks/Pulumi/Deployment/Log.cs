using LlmOpsSecure.Protocol;

namespace Pulumi;

/// <summary>Sends messages to the engine, which shows them.</summary>
public static class Log
{
    /// <summary>A message that is shown only on demand.</summary>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Deployment.InternalInstance.Log(LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>A message.</summary>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Deployment.InternalInstance.Log(LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>A warning.</summary>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Deployment.InternalInstance.Log(LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>An error: the run fails at its end.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Deployment.InternalInstance.Log(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>An exception as an error: the run fails at its end.</summary>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Error(exception.ToString(), resource, streamId, ephemeral);
}
