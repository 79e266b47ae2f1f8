using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>The model servers of a stack whose settings are partly in other objects: as their pods show them, and with these objects.</summary>
internal sealed record ServersElsewhere(IReadOnlyList<(ModelServer Alone, ModelServer Whole)> Servers)
{
    public static ServersElsewhere Of(Stack stack) => new([.. stack.Pods.SelectMany(pod => pod.Servers).Where(server => server.NeedsStack).Select(server => (server, server.With(stack)))]);
}
