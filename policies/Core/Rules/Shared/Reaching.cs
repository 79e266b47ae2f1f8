using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>What the network policies of a stack let some of its workloads reach outside the cluster.</summary>
internal static class Reaching
{
    /// <summary>The URNs of the model servers.</summary>
    public static IReadOnlySet<string> ModelServers(Stack stack) => stack.Pods.Where(pod => pod.Servers.Count > 0).Select(pod => pod.Owner.Urn).ToHashSet(StringComparer.Ordinal);

    /// <summary>The URNs of the sandboxes.</summary>
    public static IReadOnlySet<string> Sandboxes(Stack stack) => stack.Pods.Where(ToolSandbox.Is).Select(pod => pod.Owner.Urn).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Each of the workloads that reaches one of the addresses. The network policies must keep them from it: what security groups, routes and firewall do below is said, but is not enough, for the nodes
    /// themselves need more than the pods.
    /// </summary>
    public static IEnumerable<Finding> ReachOutside(this Stack stack, IReadOnlySet<string> urns, AddressSet refused, string expectation)
    {
        var proof = stack.Once(NetworkProof.Of);
        var ends = proof.Cluster.Outside.Where(addresses => addresses.Meets(refused)).Select(addresses => new AddressEnd(addresses)).ToList();
        foreach (var workload in proof.Cluster.Workloads.Where(one => urns.Contains(one.Urn)))
        {
            var source = new WorkloadEnd(workload);
            var reach = ends.Aggregate(Reach.None, (all, outside) => all.Union(proof.Cluster.Between(source, outside)));
            if (!reach.Allowed.IsEmpty)
            {
                yield return new Violation(workload.Urn, "", $"the pods must {expectation}, but {workload} may: {reach.Allowed}{Below(proof, source, ends)}");
            }
            else if (!reach.IsDenied)
            {
                yield return new Undetermined(workload.Urn, "", $"the pods must {expectation}, which is not known before deployment for {workload}");
            }
        }
    }

    private static string Below(NetworkProof proof, WorkloadEnd source, List<AddressEnd> ends)
    {
        var open = ends.Where(outside => !proof.Cluster.Between(source, outside).IsDenied).ToList();
        return !proof.HasNodes ? ""
            : open.Exists(outside => !proof.Between(source, outside).IsDenied) ? ", and nothing below its network policies stops it"
            : $", stopped only by {string.Join(" and ", open.SelectMany(outside => proof.Layers(source, outside)).Where(layer => layer.Reach.IsDenied).Select(layer => layer.Layer).Distinct())}";
    }
}
