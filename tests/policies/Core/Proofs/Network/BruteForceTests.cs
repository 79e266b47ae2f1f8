using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

/// <summary>Compares the set algebra with an evaluator that looks at one connection at a time, on random small clusters.</summary>
public sealed class BruteForceTests
{
    [Theory]
    [InlineData(10_000, 20260101, "NetworkPolicy")]
    [InlineData(5_000, 20260102, "NetworkPolicy", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy")]
    [InlineData(5_000, 20260104, "NetworkPolicy", "ClusterNetworkPolicy")]
    [InlineData(5_000, 20260103, "CiliumNetworkPolicy", "NetworkPolicy")]
    public void The_algebra_and_the_one_by_one_evaluator_agree(int clusters, int seed, params string[] kinds)
    {
        var random = new Random(seed);
        for (var index = 0; index < clusters; index++)
        {
            var cluster = new RandomCluster(random, kinds);
            var network = Cluster.Of(cluster.Objects);
            Assert.Empty(network.Problems);
            var ends = cluster.Pods.Select(pod => (Pod: (RandomPod?)pod, Address: (string?)null, End: (NetworkEnd)new WorkloadEnd(network.Find(pod.Name))))
                .Concat(RandomCluster.Addresses.Select(address => (Pod: (RandomPod?)null, Address: (string?)address, End: (NetworkEnd)new AddressEnd(Parse(address))))).ToList();
            var listed = network.Connections().Select(connection => (connection.From, connection.To)).ToHashSet();
            foreach (var from in ends)
            {
                foreach (var to in ends.Where(to => from.Pod is not null || to.Pod is not null))
                {
                    var reach = network.Between(from.End, to.End);
                    Assert.False(reach.IsUnknown);
                    Assert.True(from.Pod is null || to.Pod is null || from.Pod == to.Pod || listed.Contains((from.End, to.End)) == !reach.IsDenied, $"cluster {index}: the list has {from.End} to {to.End} wrong");
                    foreach (var (protocol, port) in new[] { Protocol.Tcp, Protocol.Udp, Protocol.Sctp }.SelectMany(_ => RandomCluster.Ports, (protocol, port) => (protocol, port)))
                    {
                        var expected = OneByOne.Allows(cluster.Policies, from.Pod, to.Pod, from.Address ?? to.Address, protocol.ToString().ToUpperInvariant(), port);
                        if (expected != reach.Allowed.Contains(protocol, port))
                        {
                            Assert.Fail($"cluster {index}: {from.End} to {to.End} {protocol} {port} must be {(expected ? "allowed" : "denied")}: {string.Join('\n', cluster.Objects)}");
                        }
                    }
                }
            }
        }
    }

    private static AddressSet Parse(string text) => AddressSet.TryParse(text, out var set) ? set.Value : throw new FormatException(text);
}
