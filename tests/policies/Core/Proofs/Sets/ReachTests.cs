using CsCheck;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Sets;

public sealed class ReachTests
{
    private static readonly Gen<IntervalSet<int>> Ports = Gen.Select(Gen.Int[0, 65535], Gen.Int[0, 65535]).Array[0, 4].Select(pairs => IntervalSet<int>.Of(pairs.Select(pair => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)))));

    private static readonly Gen<ConnectionSet> Connections = Gen.Select(Ports, Ports, Ports).Select((tcp, udp, sctp) =>
        ConnectionSet.Of(Protocol.Tcp, tcp).Union(ConnectionSet.Of(Protocol.Udp, udp)).Union(ConnectionSet.Of(Protocol.Sctp, sctp)));

    // An answer that is not fully known, with one of the truths that it leaves open.
    private static readonly Gen<(Reach Reach, ConnectionSet Truth)> Answers = Gen.Select(Connections, Connections, Connections).Select((allowed, more, some) =>
        (new Reach(allowed, allowed.Union(more)), allowed.Union(more.Intersect(some))));

    [Fact]
    public void Connections_are_sets() =>
        Gen.Select(Connections, Connections, Connections).Sample((a, b, c) =>
            a.Union(b) == b.Union(a)
            && a.Intersect(b.Union(c)) == a.Intersect(b).Union(a.Intersect(c))
            && a.Except(b).Union(a.Intersect(b)) == a
            && ConnectionSet.All.Except(ConnectionSet.All.Except(a)) == a
            && a.Covers(a.Intersect(b)) && a.Union(b).Covers(a), seed: "0000KhCWWIh6", iter: 2_000);

    [Fact]
    public void Whatever_the_truth_is_the_answer_holds_it() =>
        Gen.Select(Answers, Answers, Gen.Enum<Truth>()).Sample((one, other, condition) =>
            Holds(one.Reach.Union(other.Reach), one.Truth.Union(other.Truth))
            && Holds(one.Reach.Intersect(other.Reach), one.Truth.Intersect(other.Truth))
            && Holds(one.Reach.Except(other.Reach), one.Truth.Except(other.Truth))
            && (condition == Truth.No || Holds(one.Reach.When(condition), one.Truth))
            && (condition == Truth.Yes || Holds(one.Reach.When(condition), ConnectionSet.None)), seed: "0000KhCWWIh6", iter: 2_000);

    [Fact]
    public void Two_rules_that_allow_one_after_the_other_allow_what_either_certainly_does() =>
        Gen.Select(Answers, Answers).Sample((one, other) =>
        {
            var rest = Reach.All.AfterAllowing(one.Reach);
            var both = one.Reach.Union(rest.Intersect(other.Reach));
            return Holds(both, one.Truth.Union(other.Truth)) && both.Allowed.Covers(other.Reach.Allowed)
                && Holds(one.Reach.Union(rest.Except(other.Reach)), one.Truth.Union(ConnectionSet.All.Except(other.Truth))); // then one that denies
        }, seed: "0000KhCWWIh6", iter: 2_000);

    private static bool Holds(Reach answer, ConnectionSet truth) => truth.Covers(answer.Allowed) && answer.Possible.Covers(truth) && answer.Possible.Covers(answer.Allowed);
}
