using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>One end of a connection.</summary>
public abstract record NetworkEnd;

/// <summary>The pods of a workload.</summary>
/// <param name="Workload">The workload.</param>
public sealed record WorkloadEnd(Workload Workload) : NetworkEnd
{
    /// <inheritdoc/>
    public override string ToString() => this.Workload.ToString();
}

/// <summary>Addresses outside the cluster.</summary>
/// <param name="Addresses">The addresses.</param>
public sealed record AddressEnd(AddressSet Addresses) : NetworkEnd
{
    /// <inheritdoc/>
    public override string ToString() => this.Addresses.ToString();
}

/// <summary>A host outside the cluster that is known by its name; which addresses it has is not known before deployment.</summary>
/// <param name="Name">A fully qualified domain name, or a pattern with <c>*</c>.</param>
public sealed record NameEnd(string Name) : NetworkEnd
{
    /// <inheritdoc/>
    public override string ToString() => this.Name;
}

/// <summary>A private endpoint: the address inside the virtual network by which a service of Azure is reached.</summary>
/// <param name="Name">The endpoint's name.</param>
/// <param name="Target">The service behind it, such as <c>account models</c>.</param>
/// <param name="Host">The name that leads to it; null while it is not known.</param>
/// <param name="TargetUrn">URN of the service; null if it is not in the stack.</param>
/// <param name="Urn">URN of the endpoint.</param>
public sealed record EndpointEnd(string Name, string Target, string? Host, string? TargetUrn, string Urn) : NetworkEnd
{
    /// <inheritdoc/>
    public override string ToString() => $"private endpoint {this.Name} ({this.Target})";
}
