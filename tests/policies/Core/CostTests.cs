using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests;

/// <summary>
/// What a policy reads grows with the stack, not with its square: each example is copied, with other names in each copy, and the reads of properties and dependencies are counted.
/// </summary>
public sealed class CostTests
{
    private const int Few = 16;
    private const int Many = 4 * Few;

    public static TheoryData<string> Ids => [.. PolicyPack.Kit.Policies.Where(policy => policy is not ResourcePolicy).Select(policy => policy.Info.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Four_times_the_stack_is_at_most_six_times_the_reading(string id)
    {
        var policy = PolicyPack.Kit.Find(id)!;
        Assert.All(policy.Info.Good.Concat(policy.Info.Bad), example =>
        {
            var (few, many) = (Reads(policy, example, Few), Reads(policy, example, Many));
            Assert.True(many <= few * 6, $"{few} reads in {Few} copies became {many} in {Many}: find what belongs together by an index of the stack (OfType, Find, ReferringTo, Once), not by going over all pairs. {example}");
        });
    }

    private static long Reads(Policy policy, string example, int copies)
    {
        var reads = new ReadCounter();
        var session = new PolicyPack("one", "1.0.0", "One policy.", [policy]).Start(PolicySettings.None with { Today = new DateOnly(2026, 11, 22) });
        session.AnalyzeStack(new Stack([.. Enumerable.Range(0, copies).SelectMany(copy => Examples.Copy(policy, example, copy)).Select(reads.Counted)]));
        return reads.Count;
    }
}
