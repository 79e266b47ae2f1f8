using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Serving;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>A policy that judges model servers. A server whose settings are partly in a ConfigMap is judged by what its pod shows, and again with the whole stack at hand.</summary>
/// <param name="info">What there is to say about it.</param>
/// <param name="engines">The programs that it is about; all of them if none is named.</param>
internal abstract class ServerPolicy(PolicyInfo info, params ServingEngine[] engines) : WorkloadPolicy(info)
{
    public override IEnumerable<Finding> Check(PodSpec pod) => pod.Servers.Count == 0 ? [] : pod.Servers.Where(this.Concerns).SelectMany(this.Check);

    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.Once(ServersElsewhere.Of).Servers.Where(server => this.Concerns(server.Alone)).SelectMany(server => this.Check(server.Whole).Except(this.Check(server.Alone)));

    /// <summary>What the policy has to say about a server.</summary>
    protected abstract IEnumerable<Finding> Check(ModelServer server);

    private bool Concerns(ModelServer server) => engines.Length == 0 || engines.Contains(server.Engine);
}
