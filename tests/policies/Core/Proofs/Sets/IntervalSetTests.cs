using CsCheck;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Sets;

public sealed class IntervalSetTests
{
    private static readonly Gen<IntervalSet<byte>> Sets = Gen.Select(Gen.Byte, Gen.Byte).Array[0, 6].Select(pairs => IntervalSet<byte>.Of(pairs.Select(pair => (pair.Item1, pair.Item2))));

    [Fact]
    public void Union_intersection_and_difference_agree_with_membership() =>
        Gen.Select(Sets, Sets, Gen.Byte).Sample((a, b, member) =>
            a.Union(b).Contains(member) == (a.Contains(member) || b.Contains(member))
            && a.Intersect(b).Contains(member) == (a.Contains(member) && b.Contains(member))
            && a.Except(b).Contains(member) == (a.Contains(member) && !b.Contains(member)), seed: "0000KhCWWIh6", iter: 20_000);

    [Fact]
    public void The_algebra_is_that_of_sets() =>
        Gen.Select(Sets, Sets, Sets).Sample((a, b, c) =>
            a.Union(b) == b.Union(a)
            && a.Intersect(b.Union(c)) == a.Intersect(b).Union(a.Intersect(c))
            && a.Except(b.Union(c)) == a.Except(b).Intersect(a.Except(c))
            && a.Except(b).Union(a.Intersect(b)) == a
            && a.Union(b).Covers(a) && a.Covers(a.Intersect(b)), seed: "0000KhCWWIh6", iter: 20_000);

    [Fact]
    public void Intervals_are_sorted_disjoint_and_apart() =>
        Sets.Sample(set => set.Intervals.Zip(set.Intervals.Skip(1)).All(pair => pair.First.Last + 1 < pair.Second.First), seed: "0000KhCWWIh6", iter: 20_000);

    [Fact]
    public void The_ends_of_the_number_line_do_not_overflow()
    {
        var all = IntervalSet<byte>.Of(0, 255);
        Assert.Equal(all, IntervalSet<byte>.Of([(0, 255), (3, 4)]));
        Assert.Equal(all, IntervalSet<byte>.Of(0, 9).Union(IntervalSet<byte>.Of(10, 255)));
        Assert.True(all.Except(all).IsEmpty);
        Assert.Equal(IntervalSet<byte>.Of(1, 254), all.Except(IntervalSet<byte>.Of([(0, 0), (255, 255)])));
    }
}
