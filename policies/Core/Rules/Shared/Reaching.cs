using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>What the network policies of a stack let some of its workloads reach outside the cluster.</summary>
internal static class Reaching
{
    private static readonly string[] Private = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8", "168.63.129.16/32", "224.0.0.0/4", "240.0.0.0/4", "fc00::/7", "fe80::/10", "ff00::/8", "::1/128"];

    /// <summary>Every public address.</summary>
    public static AddressSet Internet { get; } = Private.Aggregate(AddressSet.All, (all, range) => all.Except(Parse(range)));

    /// <summary>The addresses by which a node hands out identities and settings: of the metadata service and of the platform's wire server.</summary>
    public static AddressSet Metadata { get; } = Parse("169.254.169.254/32").Union(Parse("168.63.129.16/32"));

    /// <summary>The URNs of the model servers.</summary>
    public static IReadOnlySet<string> ModelServers(Stack stack) => stack.Pods.Where(pod => pod.Servers.Count > 0).Select(pod => pod.Owner.Urn).ToHashSet(StringComparer.Ordinal);

    /// <summary>The URNs of the sandboxes.</summary>
    public static IReadOnlySet<string> Sandboxes(Stack stack) => stack.Pods.Where(ToolSandbox.Is).Select(pod => pod.Owner.Urn).ToHashSet(StringComparer.Ordinal);

    /// <summary>Each of the workloads that reaches one of the addresses.</summary>
    public static IEnumerable<Finding> ReachOutside(this Stack stack, IReadOnlySet<string> urns, AddressSet refused, string expectation)
    {
        var network = stack.Once(KubernetesNetwork.Of);
        foreach (var workload in network.Workloads.Where(one => urns.Contains(one.Urn)))
        {
            var reach = network.Outside.Where(addresses => addresses.Meets(refused)).Aggregate(Reach.None, (all, addresses) => all.Union(network.Between(new WorkloadEnd(workload), new AddressEnd(addresses))));
            if (!reach.Allowed.IsEmpty)
            {
                yield return new Violation(workload.Urn, "", $"the pods must {expectation}, but {workload} may: {reach.Allowed}");
            }
            else if (!reach.IsDenied)
            {
                yield return new Undetermined(workload.Urn, "", $"the pods must {expectation}, which is not known before deployment for {workload}");
            }
        }
    }

    private static AddressSet Parse(string text) => AddressSet.TryParse(text, out var set) ? set.Value : throw new ArgumentException($"'{text}' is no range of addresses.", nameof(text));
}
