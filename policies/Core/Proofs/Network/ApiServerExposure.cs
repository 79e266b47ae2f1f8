using LlmOpsSecure.Policies.Proofs.Network.Azure;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>How the API server of a cluster is reached, which is at TCP 443.</summary>
/// <param name="IsPrivate">Whether it has only an address inside the virtual network.</param>
/// <param name="IsInNetwork">Whether it has an address in a subnet of its own, where the security group counts, beside a public one if it has that.</param>
/// <param name="Callers">The addresses from which a public one takes calls.</param>
internal sealed record ApiServerExposure(Truth IsPrivate, bool IsInNetwork, NamedAddresses Callers)
{
    private static readonly Reach Https = Reach.Of(ConnectionSet.Of(Protocol.Tcp, 443));

    /// <summary>Whether it has an address inside the virtual network, by which the cluster's nodes and pods call it.</summary>
    public Truth IsInside => this.IsInNetwork ? Truth.Yes : this.IsPrivate;

    /// <summary>What the server itself lets through from addresses outside the cluster.</summary>
    /// <param name="source">The addresses.</param>
    /// <param name="inside">Whether they are inside the virtual network, or joined to it.</param>
    public LayerAnswer From(AddressSet source, Truth inside)
    {
        const string Layer = "API server";
        return this.IsPrivate switch
        {
            _ when this.IsInNetwork && inside == Truth.Yes => new(Layer, Https, ["it is in the virtual network"]),
            Truth.Yes => new(Layer, Https.When(inside), [inside == Truth.No ? "it has no public address" : "it is private to the virtual network"]),
            Truth.Maybe => new(Layer, Https.When(Truth.Maybe), ["whether it is private is not known"]),
            _ when this.Callers.Certain == AddressSet.All => new(Layer, Https, ["it has a public address, and no ranges of callers are named"]),
            // Who is inside calls from the public address of some gateway.
            _ when !KnownAddresses.Internet.Meets(source) => new(Layer, Https.When(Truth.Maybe), ["it takes calls from the ranges that it names, and by which public address these leave is not known"]),
            _ => new(Layer, Https.When(this.Callers.Selects(source)), ["it takes calls from the ranges that it names"]),
        };
    }
}
