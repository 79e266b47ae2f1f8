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
    /// <summary>Whether the API server of the cluster is there, which some policies name as such.</summary>
    internal bool IsApiServer { get; init; }

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

/// <summary>Where the world outside is let in by a controller that no manifest tells.</summary>
/// <param name="Name">The object that says so: <c>Ingress shop/web</c>.</param>
public sealed record EntryEnd(string Name) : NetworkEnd
{
    /// <inheritdoc/>
    public override string ToString() => this.Name;
}

/// <summary>A private endpoint, which is the address inside the virtual network by which a service of Azure is reached, or the API server of a cluster.</summary>
/// <param name="Name">The name of the endpoint or the cluster.</param>
/// <param name="Target">The service behind it, such as <c>account models</c>.</param>
/// <param name="Host">The name that leads to it; null while it is not known.</param>
/// <param name="TargetUrn">URN of the service; null if it is not in the stack.</param>
/// <param name="Urn">URN of the endpoint.</param>
public sealed record EndpointEnd(string Name, string Target, string? Host, string? TargetUrn, string Urn) : NetworkEnd
{
    /// <summary>How the end is exposed if it is the API server of a cluster; null for a private endpoint.</summary>
    internal ApiServerExposure? ApiServer { get; init; }

    /// <summary>What it is: <c>private endpoint</c> or <c>API server</c>.</summary>
    public string Type => this.ApiServer is null ? "private endpoint" : "API server";

    /// <inheritdoc/>
    public override string ToString() => $"{this.Type} {this.Name} ({this.Target})";
}
