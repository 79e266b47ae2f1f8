namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>A box of the picture.</summary>
/// <param name="Zone">The zone that it lies in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
internal sealed record NetworkPlace(string Zone, string Name, string Kind)
{
    public const string Sources = "Outside: callers";
    public const string Targets = "Outside: destinations";

    public static NetworkPlace Of(Workload workload, bool byNamespace) =>
        byNamespace ? new(workload.Namespace ?? "?", "all workloads", "namespace") : new(workload.Namespace ?? "?", workload.Name, workload.Kind);

    public static NetworkPlace Outside(string name, bool isSource) => new(isSource ? Sources : Targets, name, isSource ? "may call in" : "may be called");

    public override string ToString() => $"{this.Zone}/{this.Name}";
}
