using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>A load balancer of the cloud that leads to pods: a <c>Service</c> of that type, or what a gateway brings itself.</summary>
/// <param name="Name">How an explanation names it.</param>
/// <param name="Leads">Whether it leads to the pods.</param>
/// <param name="IsPublic">Whether its address is public.</param>
/// <param name="Ports">Its ports with those of the pods behind them; null while they are not known.</param>
public sealed record LoadBalancer(string Name, Truth Leads, Truth IsPublic, IReadOnlyList<(Protocol Protocol, int Port, int Target)>? Ports)
{
    /// <summary>Connections to the pods of which the balancer's side is among those given.</summary>
    internal Reach Translate(Reach outside)
    {
        ConnectionSet Through(ConnectionSet set) => this.Ports is null ? ConnectionSet.None
            : this.Ports.Where(port => set.Contains(port.Protocol, port.Port)).Aggregate(ConnectionSet.None, (all, port) => all.Union(ConnectionSet.Of(port.Protocol, port.Target)));
        return (this.Ports is null && !outside.IsDenied ? Reach.Open : new(Through(outside.Allowed), Through(outside.Possible))).When(this.Leads);
    }
}
